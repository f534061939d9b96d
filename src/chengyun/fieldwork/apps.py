from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    name = "chengyun.fieldwork"
    label = "fieldwork"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {70: "chengyun.fieldwork.demo.fill"}

    def ready(self) -> None:
        from . import call_lists, masterdata, measuring, permissions, queries

        permissions.register_all()
        masterdata.register_all()
        queries.register_all()
        call_lists.register_all()
        measuring.register_all()
