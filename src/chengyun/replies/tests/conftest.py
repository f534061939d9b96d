import pytest

from chengyun.cases.tests.world import build
from chengyun.kernel import revision
from chengyun.org.models import Grant
from chengyun.replies import phrases
from chengyun.replies.models import ReplyPhrase


@pytest.fixture
def world(db):
    made = build()
    for name in ("clerk", "lights", "water"):
        role = Grant.objects.get(account__username=name).role
        role.permissions = [*role.permissions, "reply.check", "reply.quality", "reply.model"]
        role.save()
    ReplyPhrase.objects.create(code="passed", phrase="已转…部门", advice="写明转给谁", source="测试")
    ReplyPhrase.objects.create(code="serious", phrase="高度重视", advice="写明做了什么", source="测试")
    ReplyPhrase.objects.create(code="rude", phrase="自行解决", kind="rude", advice="写明找谁", source="测试")
    revision.bump("org")
    revision.bump(phrases.TOPIC)
    phrases.forget()
    yield made
    phrases.forget()
