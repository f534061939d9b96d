from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "chengyun.knowledge"
    label = "knowledge"
    default_auto_field = "django.db.models.BigAutoField"
    demo = {85: "chengyun.knowledge.demo.fill"}

    def ready(self) -> None:
        from chengyun.cases import file_access, notices

        from . import citing, finding, masterdata, measuring, permissions

        permissions.register_all()
        masterdata.register_all()
        citing.register()
        measuring.register_all()
        finding.register_all()
        file_access.allow(finding.may_read)
        notices.register_page("article", "article")
        notices.register_page("correction", "article")
