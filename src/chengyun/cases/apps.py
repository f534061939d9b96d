from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "chengyun.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from chengyun.kernel import vault

        from . import grid_changes, lifecycle, masterdata, measured, permissions, search_sources

        lifecycle.declare_built_in()
        permissions.register_all()
        masterdata.register_all()
        search_sources.register_all()
        measured.register_all()
        grid_changes.register_all()
        vault.register_sealed("cases.Requester", "sealed")
        vault.register_sealed("cases.Draft", "sealed")
