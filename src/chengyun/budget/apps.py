from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "chengyun.budget"
    label = "budget"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {55: "chengyun.budget.demo.fill"}

    def ready(self) -> None:
        from . import masterdata, measuring, permissions

        permissions.register_all()
        masterdata.register_all()
        measuring.register_all()
