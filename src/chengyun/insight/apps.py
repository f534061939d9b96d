from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "chengyun.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {
        20: "chengyun.insight.warnings.demo.fill",
        25: "chengyun.insight.hot.demo.fill",
        40: "chengyun.insight.reports.demo.fill",
    }

    def ready(self) -> None:
        from .analysis import cloud, hexagons
        from .hot import permissions as hot_permissions
        from .hot import queries as hot_queries
        from .warnings import masterdata, permissions, queries

        hot_permissions.register_all()
        hot_queries.register_source()
        permissions.register_all()
        masterdata.register_all()
        queries.register_source()
        cloud.register_source()
        hexagons.register_source()
