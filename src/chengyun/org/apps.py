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
        vault.register_sealed("org.SecondFactor", "sealed")
        search_sources.register_all()
