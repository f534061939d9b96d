from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "chengyun.channels"
    label = "channels"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {82: "chengyun.channels.doors.demo.fill"}

    def ready(self) -> None:
        from chengyun.cases import catalogue
        from chengyun.kernel import vault

        from . import masterdata
        from .doors.transports import copied, drop, pull, push  # noqa: F401  (they register themselves)
        from .permissions import register_all
        from .queries import listed

        register_all()
        masterdata.register_all()
        catalogue.provide_channels(listed)
        vault.register_sealed("channels.ImportFailure", "sealed")
        vault.register_sealed("channels.InboundItem", "sealed")
        vault.register_sealed("channels.LinkedFile", "sealed")
        vault.register_sealed("channels.DoorConnection", "sealed")
