from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "chengyun.supervision"
    label = "supervision"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {50: "chengyun.supervision.demo.fill"}

    def ready(self) -> None:
        from . import business, following, masterdata, measuring, permissions, programmes, queries, samples

        permissions.register_all()
        masterdata.register_all()
        for room in (queries, programmes, business, samples):
            room.register_source()
        following.register_all()
        measuring.register_all()
