from django.apps import AppConfig


class DispatchingConfig(AppConfig):
    name = "chengyun.dispatching"
    label = "dispatching"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {10: "chengyun.dispatching.demo.fill", 15: "chengyun.dispatching.rules.demo.fill"}

    def ready(self) -> None:
        from . import gathering, masterdata, permissions
        from .rules import trials

        permissions.register_all()
        gathering.register_all()
        masterdata.register_all()
        trials.register_all()
