from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "chengyun.org"
    label = "org"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from chengyun.kernel import vault

        from . import permissions, search_sources
        from .masterdata import organisation, working_calendars

        permissions.register_all()
        organisation.register_all()
        working_calendars.register_all()
        for sealed in ("SecondFactor", "SignInWay", "PersonContact", "PeopleSource", "SyncRun"):
            vault.register_sealed(f"org.{sealed}", "sealed")
        search_sources.register_all()
