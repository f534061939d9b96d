from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "chengyun.org"
    label = "org"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import permissions
        from .masterdata import organisation, working_calendars

        permissions.register_all()
        organisation.register_all()
        working_calendars.register_all()
