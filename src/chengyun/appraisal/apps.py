from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "chengyun.appraisal"
    label = "appraisal"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {30: "chengyun.appraisal.scoring.demo.fill", 90: "chengyun.appraisal.demo.fill"}

    def ready(self) -> None:
        from . import evidence, masterdata, reading
        from .permissions import register_all
        from .scoring import wiring

        register_all()
        masterdata.register_all()
        reading.register()
        evidence.register()
        wiring.register_all()
