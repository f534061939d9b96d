"""A door's own limits bind, and a district changes its doors in doors.toml."""

from __future__ import annotations

from chengyun.cases import rules
from chengyun.channels.districts import check_doors, limits_of_doors
from chengyun.org.districts import profile
from chengyun.org.profiles import Row


class Policy:
    """A row of limits.toml as the rules of limits see it."""

    def __init__(self, at, row):
        self.id, self.code, self.version, self.lifecycle = at, row["code"], row["version"], row["lifecycle"]
        self.category_id, self.condition, self.stages = None, row["condition"] or {}, tuple(row["stages"])
        self.source = row["source"]


def limits(**facts):
    found = profile("qiaokou")
    found.keys = {"limits.toml": ("code", "version")}
    limits_of_doors(found)
    policies = [Policy(at, row) for at, row in enumerate(found.rows("limits.toml")) if not row["category"]]
    wanted = rules.limits_for(policies, "request", (), {"kind": "complaint", "urgency": "normal", "flags": (), **facts})
    return {stage: (int(limit.amount), limit.unit) for stage, limit in wanted.items()}


def test_a_case_has_the_limits_of_the_door_it_came_by_and_shorter_ones_when_it_is_urgent():
    assert limits(channel="hotline_12345")["reply"] == (5, "working_day")
    assert limits(channel="media")["reply"] == (24, "urgent_hour")
    assert limits(channel="leaders_board")["reply"] == (7, "working_day")
    assert limits(channel="leaders_board", urgency="emergency")["reply"] == (2, "urgent_hour")
    assert limits(channel="leaders_board")["review"] == limits(channel="hotline_12345")["review"]


def test_what_is_wrong_in_a_districts_doors_toml_is_told_with_its_line():
    found = profile("qiaokou")
    found.keys = {"areas.csv": ("code", "valid_from"), "limits.toml": ("code", "version")}
    made = [
        {"code": "hotline_12345", "fields": {"title": {"column": "subject"}}, "codes": {"kind": {"诉求": "help"}}},
        {"code": "hotline_12345", "fields": {"titel": {"column": "x"}}},
        {"code": "media", "codes": {"category": {"城管": "没有的类别"}}},
        {"code": "telepathy", "note": "x"},
        {"code": "media", "limits": {}},
    ]
    check_doors(found, [Row(found, {**row, "source": "I"}, "qiaokou/doors.toml", at) for at, row in enumerate(made, 1)])
    told = {(one.where, one.message) for one in found.findings}
    assert not [where for where, _ in told if where.endswith(":1")]
    for line, words in ((2, "没有这个字段"), (3, "没有的类别"), (4, "没有渠道"), (5, "没有这一项")):
        assert any(where.endswith(f":{line}") and words in message for where, message in told), line
