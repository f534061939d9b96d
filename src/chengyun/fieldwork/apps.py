from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    name = "chengyun.fieldwork"
    label = "fieldwork"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import permissions

        permissions.register_all()
