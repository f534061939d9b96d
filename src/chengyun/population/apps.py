from django.apps import AppConfig


class PopulationConfig(AppConfig):
    name = "chengyun.population"
    label = "population"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {60: "chengyun.population.demo.fill"}

    def ready(self) -> None:
        from chengyun.cases import file_access
        from chengyun.kernel import vault
        from chengyun.places import queries

        from . import finding, imports, looks, masterdata, visiting
        from .permissions import register_all

        register_all()
        masterdata.register_all()
        imports.register_all()
        looks.register_all()
        queries.also(finding.for_places)
        file_access.allow(visiting.may_read)
        for model, field in (
            ("Resident", "sealed"), ("Premises", "sealed"), ("KeyPerson", "sealed"), ("Visit", "sealed"),
        ):  # fmt: skip
            vault.register_sealed(f"population.{model}", field)
