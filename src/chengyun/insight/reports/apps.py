from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """An app of its own, so that it can be taken out with its tables."""

    name = "chengyun.insight.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from chengyun.cases.notices import register_page

        from . import masterdata, measuring, permissions

        permissions.register_all()
        masterdata.register_all()
        measuring.register_all()
        register_page("report", "reports")
