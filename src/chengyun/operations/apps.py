from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "chengyun.operations"
    label = "operations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import people_watch, permissions

        permissions.register_all()
        people_watch.register_pages()
