from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    name = "chengyun.components"
    label = "components"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {50: "chengyun.components.demo.fill"}

    def ready(self) -> None:
        from chengyun.cases import gathered
        from chengyun.places.changes import effects

        from . import permissions, queries, register

        permissions.register_all()
        register.register_all()
        gathered.register(gathered.Source(queries.SOURCE, queries.condition, queries.words))
        effects.register("components", queries.elsewhere)
