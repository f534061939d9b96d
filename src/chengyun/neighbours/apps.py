from django.apps import AppConfig


class NeighboursConfig(AppConfig):
    name = "chengyun.neighbours"
    label = "neighbours"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {80: "chengyun.neighbours.demo.fill"}

    def ready(self) -> None:
        from chengyun.cases import gathered, publicity
        from chengyun.kernel import vault

        from . import masterdata, moderation, settings, telling
        from .permissions import register_all

        register_all()
        masterdata.register_all()
        telling.follow()
        publicity.register_door(settings.CHANNEL)
        vault.register_sealed("neighbours.Resident", "sealed")
        vault.register_sealed("neighbours.LoginCode", "sealed")
        gathered.register(gathered.Source(moderation.SOURCE, moderation.condition, moderation.words))
