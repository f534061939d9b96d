from django.apps import AppConfig


class RepliesConfig(AppConfig):
    name = "chengyun.replies"
    label = "replies"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {45: "chengyun.replies.keeping.look_at_sent"}

    def ready(self) -> None:
        from chengyun.cases import gathered

        from . import masterdata, quality
        from .permissions import register_all

        register_all()
        masterdata.register_all()
        gathered.register(gathered.Source(quality.SOURCE, quality.condition, quality.words))
