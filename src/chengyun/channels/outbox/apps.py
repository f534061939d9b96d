from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """An app of its own, so that it can be taken out with its tables."""

    name = "chengyun.channels.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from chengyun.cases import followers, gathered, notices
        from chengyun.kernel import vault

        from . import making, permissions, queries, reconciling, testing, watching

        permissions.register_all()
        followers.listen(making.note)
        notices.register_page(watching.KIND, "doors")
        gathered.register(queries.SOURCE, reconciling.SOURCE)
        testing.register_all()
        vault.register_sealed("outbox.WriteBack", "sealed")
