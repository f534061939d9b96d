from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "chengyun.channels"
    label = "channels"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .permissions import register_all

        register_all()
