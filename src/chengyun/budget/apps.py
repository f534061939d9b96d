from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "chengyun.budget"
    label = "budget"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import measuring, permissions

        permissions.register_all()
        measuring.register_all()
