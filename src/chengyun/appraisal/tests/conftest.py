import pytest

from chengyun.appraisal import library
from chengyun.appraisal.models import Indicator
from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build

__all__ = ["clock", "indicators", "world"]

DUE = "(closed or late_close or suspended) and not void and not joined and not rejected"
SUSPENDED = [{"rule": "suspended", "name": "挂账", "where": "suspended"}]


@pytest.fixture
def world(db) -> World:
    return build()


@pytest.fixture
def indicators(db):
    """A few of the library."""
    rate = {"reads": "cases", "kind": "rate", "level1": "output", "source": "测试"}
    Indicator.objects.bulk_create([
        Indicator(code="on_time_rate", name="按时办结率", day="due", base=DUE, meets="in_time",
                  excluding=SUSPENDED, **rate),
        Indicator(code="satisfaction_rate", name="满意率", day="called", base="called",
                  meets="satisfied or basically", **rate),
        Indicator(code="contact_rate", name="沟通率", day="due", base=f"assigned and {DUE}", meets="contacted",
                  excluding=SUSPENDED, **rate),
        Indicator(code="received_count", name="受理件数", day="received", base="not void", unit="件",
                  **{**rate, "kind": "count"}),
        Indicator(code="cases_per_person_day", name="人均日接件", day="received", base="", unit="件/人/日",
                  **{**rate, "kind": "average"}),
        Indicator(code="attendance_rate", name="考勤达标率", **{**rate, "reads": "records"}),
        Indicator(code="major_faults", name="大型故障", measure="major", unit="次", better="down",
                  **{**rate, "reads": "reliability", "kind": "count"}),
        Indicator(code="running_rate", name="正常运行率", measure="running", **{**rate, "reads": "reliability"}),
    ])  # fmt: skip
    library.forget()
    yield
    library.forget()
