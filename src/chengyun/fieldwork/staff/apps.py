from django.apps import AppConfig


class FieldStaffConfig(AppConfig):
    """An app of its own, so that it can be taken out with its tables."""

    name = "chengyun.fieldwork.staff"
    label = "fieldwork_staff"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {72: "chengyun.fieldwork.staff.demo.fill"}

    def ready(self) -> None:
        from chengyun.places import contacts

        from . import masterdata, measuring, permissions, register

        permissions.register_all()
        masterdata.register_all()
        measuring.register_all()
        contacts.register(register.contacts)
