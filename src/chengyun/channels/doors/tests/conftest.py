import pytest

from chengyun.cases.models import Category
from chengyun.channels.doors import connections
from chengyun.channels.models import Channel, DoorConnection
from chengyun.channels.tests.conftest import _own_home, forget_everything, make_world, world  # noqa: F401
from chengyun.kernel import revision


@pytest.fixture(autouse=True)
def _fresh_doors():
    connections.forget()
    yield
    connections.forget()


@pytest.fixture
def hotline(world):  # noqa: F811
    """The hotline's door, enabled, that is pushed to."""
    channel = Channel.objects.create(
        code="hotline_12345", name="12345 热线", kind="phone", source="K", direction="both"
    )
    Category.objects.create(code="0301", name="施工噪声", source="K")
    DoorConnection.objects.create(channel=channel, transport_in="push", enabled=True)
    for topic in ("channels", "catalogue", "doors"):
        revision.bump(topic)
    forget_everything()
    connections.forget()
    return connections.connection("hotline_12345")


def again(code="hotline_12345", **changes):
    """The connection after changes of its row."""
    channel_id = Channel.objects.get(code=code).pk
    secrets = changes.pop("secrets", None)
    if secrets is not None:
        changes["sealed"] = connections.seal_secrets(channel_id, secrets)
    DoorConnection.objects.filter(channel_id=channel_id).update(**changes)
    revision.bump("doors")
    revision.forget()
    connections.forget()
    return connections.connection(code)


def order(number="RX-1", **changes):
    return {
        "orderNo": number, "action": "转办", "appealType": "投诉", "appealClass": "施工噪声", "title": "夜间施工",
        "content": "凌晨仍在施工，影响休息。", "urgency": "一般", "citizen": {"name": "演示甲", "phone": "13800000001"},
        "address": "演示小区 3 栋", **changes,
    }  # fmt: skip
