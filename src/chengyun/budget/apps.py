from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "chengyun.budget"
    label = "budget"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .permissions import register_all

        register_all()
