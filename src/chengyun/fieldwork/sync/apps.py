from django.apps import AppConfig


class FieldSyncConfig(AppConfig):
    """An app of its own, so that it can be taken out with its tables."""

    name = "chengyun.fieldwork.sync"
    label = "fieldwork_sync"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {75: "chengyun.fieldwork.sync.demo.fill"}

    def ready(self) -> None:
        from . import permissions

        permissions.register_all()
