"""Every door says what it needs to say, and a district changes it by data."""

from __future__ import annotations

import tomllib

import pytest

from chengyun.channels.doors import connections, reading
from chengyun.channels.doors.items import flat
from chengyun.channels.doors.reading import DoorError

DISTRICTS = connections.FOLDERS.parents[1] / "districts" / "_common"


def _rows(file: str) -> list[dict]:
    return tomllib.loads((DISTRICTS / file).read_text(encoding="utf-8"))[file.partition(".")[0]]


CHANNELS = {row["code"]: row for row in _rows("channels.toml")}
KINDS = {row["code"]: row["lifecycle"] for row in _rows("kinds.toml")}
LIFECYCLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in (connections.FOLDERS.parents[1] / "cases" / "lifecycles").glob("*.toml")
}


@pytest.mark.parametrize("code", connections.codes())
def test_a_door_is_declared_whole_and_fits_its_channel(code):
    door = connections.declared(code)
    assert code in CHANNELS, "no such channel in districts/_common/channels.toml"
    life = LIFECYCLES[CHANNELS[code].get("lifecycle", "request")]
    for theirs, ours in door.codes.get("kind", reading.Codes({})).rows.items():
        assert KINDS.get(ours) == life["code"], f"{theirs} → {ours}"
    for step in door.write_back:
        assert set(step.on) & set(life["actions"]), f"{step.code}: none of {step.on} is an action of {life['code']}"
    for stage in door.limits.stages:
        assert stage["stage"] in life["stages"]
    assert {"role", "contact", "source"} <= set(door.operator)
    assert {"how", "source"} <= set(door.testing)
    assert door.inside or (door.fields and door.samples and door.transports)
    if CHANNELS[code]["direction"] == "both" and not door.inside:
        assert door.write_back


@pytest.mark.parametrize("code", [code for code in connections.codes() if not connections.declared(code).inside])
def test_the_samples_of_a_door_are_understood(code):
    door = connections.declared(code)
    mapper, kinds = door.mapper(), set()
    for sample in door.samples:
        row = {**dict.fromkeys(door.columns, ""), **flat(sample)}
        what = door.pseudo("event", row) or reading.NEW
        fields = mapper.read(row)
        kinds.add(what)
        assert what in reading.EVENTS
        assert fields.errors == ()
        assert fields.texts["external_id"]
        if what == reading.NEW:
            assert fields.texts["text"]
            kind = fields.texts.get("kind", "")
            assert kind in KINDS or kind in {row["name"] for row in _rows("kinds.toml")}
    assert reading.NEW in kinds


def test_every_door_of_the_sources_has_a_folder():
    """domain.md A1, rows 2, 5–17, 27, 28, the residents' app and what grid staff report."""
    wanted = set(CHANNELS) - {"call_and_response", "walk_in", "open311"}
    assert wanted <= set(connections.codes())


def test_a_district_changes_fields_codes_and_steps_by_data():
    door = connections.changed("hotline_12345", {
        "fields": {"title": {"column": "subject"}, "facts.batch": {"column": "batchNo"}},
        "codes": {"kind": {"诉求": "help", "咨询": ""}},
        "write_back": {"dispatch": {"enabled": False}},
    })  # fmt: skip
    row = {
        **dict.fromkeys(door.columns, ""),
        "subject": "标题",
        "content": "内容",
        "orderNo": "1",
        "appealType": "诉求",
    }
    fields = door.mapper().read(row)
    assert (fields.texts["title"], fields.texts["kind"]) == ("标题", "help")
    assert "咨询" not in door.codes["kind"].rows
    assert [step.code for step in door.write_back if not step.enabled] == ["dispatch"]
    assert door.fields["title"].changed
    assert not door.fields["text"].changed


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"fields": {"titel": {"column": "x"}}}, "没有这个字段"),
        ({"fields": {"title": {"column": "a", "constant": "b"}}}, "只能填一个"),
        ({"codes": {"nothing": {"a": "b"}}}, "代码对照用不上"),
        ({"codes": {"event": {"X": "explode"}}}, "不是消息种类"),
        ({"write_back": {"nosuch": {"enabled": False}}}, "没有这一步"),
        ({"write_back": {"close": {"fields": {"a": "phone"}}}}, "没有可回传"),
        ({"limits": {}}, "不能改这一项"),
        ({"write_back": {"close": {"on": 5}}}, "要有 code、on、message"),
        ({"write_back": {"close": 5}, "codes": {"kind": []}, "fields": [], "operator": 1}, "要写成一组键值"),
        ({"transports": ["telepathy"]}, "只能是"),
    ],
)
def test_what_is_wrong_with_a_change_is_told_with_its_place(changes, words):
    with pytest.raises(DoorError, match=words):
        connections.changed("hotline_12345", changes)
