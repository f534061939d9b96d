from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    name = "chengyun.webhooks"
    label = "webhooks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from chengyun.cases import followers, notices
        from chengyun.kernel import vault

        from . import following, keeping
        from .permissions import register_all

        register_all()
        followers.listen(following.note)
        notices.register_page(keeping.NOTICE, "webhooks")
        vault.register_sealed("webhooks.Subscription", "sealed")
