from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "chengyun.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import masterdata, permissions, search_sources
        from .changes import reading

        permissions.register_all()
        reading.register_all()
        masterdata.register_all()
        search_sources.register_all()
