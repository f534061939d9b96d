"""What plans do to the map, without a database."""

import pytest
from shapely.geometry import box, shape

from chengyun.places.changes import numbering, operations, shapes, topology
from chengyun.places.changes.topology import Grid


def area(key, name, parent, outline, level="grid", kind="base"):
    return Grid(key, name, level, kind if level == "grid" else "", parent, "", outline, len(key), key)


def the_map():
    """A community of 0.02° × 0.01° with two grids side by side."""
    rows = [
        area("C", "甲社区", "", box(114.0, 30.0, 114.02, 30.01), "community"),
        area("C001", "一网格", "C", box(114.0, 30.0, 114.01, 30.01)),
        area("C002", "二网格", "C", box(114.01, 30.0, 114.02, 30.01)),
    ]
    return {row.key: row for row in rows}


def outline(west, south, east, north):
    return shapes.outline_of(box(west, south, east, north))


def done(*given):
    before = the_map()
    result = operations.run(before, [{"id": n, **one} for n, one in enumerate(given, 1)])
    return result, operations.faults_of(before, result)


def test_a_line_splits_a_grid_and_the_larger_part_keeps_the_code():
    result, faults = done({"op": "split", "code": "C001", "line": [[114.004, 29.9999], [114.004, 30.0101]]})
    assert faults == []
    assert result.touched == {"C001", "*1.1"}
    assert result.grids["C001"].shape.equals(box(114.004, 30.0, 114.01, 30.01))
    assert result.grids["*1.1"].name == "一网格（1）"
    assert result.moved_to == {"C001": ["C001", "*1.1"]}


def test_a_line_drawn_by_hand_may_end_a_little_short():
    result, _ = done({"op": "split", "code": "C001", "line": [[114.005, 30.00005], [114.005, 30.00995]]})
    assert len(result.touched) == 2


def test_a_line_that_misses_is_a_fault_and_changes_nothing():
    result, faults = done({"op": "split", "code": "C001", "line": [[114.1, 30], [114.1, 30.01]]})
    assert result.touched == set()
    assert [(f.kind, f.words, f.operation, f.stops) for f in faults] == [("impossible", "line_misses", 1, True)]


def test_merging_keeps_one_code_and_ends_the_other():
    result, faults = done({"op": "merge", "codes": ["C001", "C002"], "into": "C002", "name": "大网格"})
    assert faults == []
    assert "C001" not in result.grids
    assert result.moved_to["C001"] == ["C002"]
    assert result.grids["C002"].shape.equals(box(114.0, 30.0, 114.02, 30.01))


def test_a_common_border_moves_for_both():
    result, faults = done(
        {"op": "boundary", "code": "C001", "neighbours": True, "geometry": outline(114.0, 30.0, 114.013, 30.01)}
    )
    assert faults == []
    assert result.grids["C002"].shape.equals(box(114.013, 30.0, 114.02, 30.01))
    back, faults = done(
        {"op": "boundary", "code": "C001", "neighbours": True, "geometry": outline(114.0, 30.0, 114.007, 30.01)}
    )
    assert faults == []
    assert back.grids["C002"].shape.equals(box(114.007, 30.0, 114.02, 30.01))


def test_without_the_neighbour_the_overlap_is_shown_where_it_lies():
    _, faults = done({"op": "boundary", "code": "C001", "geometry": outline(114.0, 30.0, 114.013, 30.01)})
    [overlap] = faults
    assert (overlap.kind, overlap.keys, overlap.stops) == ("overlap", ("C001", "C002"), True)
    assert shape(overlap.geometry).equals(box(114.01, 30.0, 114.013, 30.01))
    assert overlap.size == pytest.approx(0.003 * 0.01 * 111_320**2 * 0.866, rel=0.01)


def test_a_gap_is_told_but_does_not_stop_and_land_outside_does():
    _, faults = done({"op": "retire", "code": "C002"})
    assert [(f.kind, f.stops) for f in faults] == [("gap", False)]
    _, faults = done({"op": "boundary", "code": "C002", "geometry": outline(114.01, 30.0, 114.025, 30.01)})
    assert [(f.kind, f.stops) for f in faults] == [("outside", True)]


def test_a_strip_of_two_metres_is_told_apart_from_land():
    _, faults = done({"op": "boundary", "code": "C001", "geometry": outline(114.0, 30.0, 114.00998, 30.01)})
    assert [(f.kind, f.stops) for f in faults] == [("strip", False)]


def test_faults_that_were_there_before_stop_nobody():
    before = the_map()
    before["C002"] = area("C002", "二网格", "C", box(114.009, 30.0, 114.02, 30.01))
    result = operations.run(before, [{"id": 1, "op": "change", "code": "C001", "name": "改名网格"}])
    [fault] = operations.faults_of(before, result)
    assert (fault.kind, fault.old, fault.stops) == ("overlap", True, False)


def test_what_is_drawn_by_hand_is_cut_to_the_community_and_its_neighbours():
    result, faults = done(
        {"op": "retire", "code": "C002"},
        {"op": "draw", "parent": "C", "name": "新网格", "fit": True, "geometry": outline(114.005, 29.9, 114.5, 30.5)},
    )
    assert faults == []
    assert result.grids["*2.1"].shape.equals(box(114.01, 30.0, 114.02, 30.01))


def test_a_micro_grid_lies_within_a_grid_and_goes_with_its_land_when_that_is_split():
    micro = {"op": "draw", "parent": "C001", "name": "微一", "geometry": outline(114.001, 30.001, 114.003, 30.003)}
    cut = {"op": "split", "code": "C001", "line": [[114.004, 30], [114.004, 30.01]]}
    result, faults = done(micro, cut)
    assert faults == []
    assert (result.grids["*1.1"].kind, result.grids["*1.1"].parent) == ("micro", "*2.1")
    _, faults = done({**micro, "geometry": outline(114.001, 30.001, 114.013, 30.003)})
    assert [(f.kind, f.stops) for f in faults] == [("outside", True)]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"op": "draw", "parent": "X", "name": "甲", "geometry": outline(114, 30, 114.01, 30.01)}, "no_such_area"),
        ({"op": "draw", "parent": "C", "name": " ", "geometry": outline(114, 30, 114.01, 30.01)}, "no_name"),
        ({"op": "draw", "parent": "C", "kind": "micro", "name": "甲", "geometry": {}}, "micro_below_grid"),
        ({"op": "merge", "codes": ["C001"], "into": "C001"}, "merge_two"),
        ({"op": "retire", "code": "C"}, "has_below"),
        ({"op": "change", "code": "C001", "parent": "C001"}, "wrong_parent"),
        ({"op": "boundary", "code": "C001", "neighbours": True, "geometry": outline(114, 30, 114.02, 30.01)},
         "swallows"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_says_why(given, words):
    _, faults = done(given)
    assert [fault.words for fault in faults] == [words]


def test_new_grids_are_numbered_like_reading_and_no_number_comes_twice():
    """Two rows of two, a little crooked; 003 was used by a grid that ended."""
    corners = {"a": (114.0, 30.0101), "b": (114.01, 30.01), "c": (114.0, 30.0), "d": (114.0101, 30.0001)}
    grids = {
        f"*{n}.1": area(f"*{n}.1", name, "429999001001", box(x, y, x + 0.009, y + 0.009))
        for n, (name, (x, y)) in enumerate(reversed(corners.items()), 1)
    }
    codes = numbering.name_new(grids, [numbering.Rule("r", "{parent}{serial:3}")], {"429999001001003"})
    named = {grids[key].name: code for key, code in codes.items()}
    assert named == {name: f"42999900100100{n}" for n, name in enumerate("abcd", 4)}


def test_other_rules_are_data():
    rule = numbering.Rule("r", "{district}-G{serial:4}", first=100)
    grid = area("*1.1", "甲", "429999001001", box(114, 30, 114.01, 30.01))
    assert numbering.name_new({"*1.1": grid}, [rule], set()) == {"*1.1": "429999-G0100"}
    full = {f"429999001001{n:03d}" for n in range(1000)}
    assert numbering.name_new({"*1.1": grid}, [numbering.Rule("r", "{parent}{serial:3}")], full) == {}
    assert numbering.fault_of("{parent}{serial:3}") == ""
    assert numbering.fault_of("{parent}") != ""
    assert numbering.fault_of("{serial:3}{x}") != ""


def test_a_whole_community_is_checked_once():
    assert topology.check(the_map(), {"C"}) == []
