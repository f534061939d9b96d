from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "chengyun.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import masterdata, search_sources

        masterdata.register_all()
        search_sources.register_all()
