from django.apps import AppConfig


class Open311Config(AppConfig):
    """An app of its own, so that it can be taken out with its tables."""

    name = "chengyun.channels.open311"
    label = "open311"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from chengyun.cases import gathered, publicity
        from chengyun.kernel import vault

        from . import client, masterdata, releasing
        from .permissions import register_all
        from .settings import CHANNEL

        register_all()
        masterdata.register_all()
        client.register_all()
        publicity.register_door(CHANNEL)
        gathered.register(gathered.Source(releasing.SOURCE, releasing.condition, releasing.words))
        vault.register_sealed("open311.Received", "sealed")
