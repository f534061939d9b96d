from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "chengyun.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .warnings import masterdata, permissions, queries

        permissions.register_all()
        masterdata.register_all()
        queries.register_source()
