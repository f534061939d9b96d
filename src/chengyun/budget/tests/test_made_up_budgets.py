"""A budget that agrees is told to agree, in every form it is written and read in; one that does not is not."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest

from chengyun.budget import datapackage, disclosure, storing
from chengyun.budget.reading import read
from chengyun.budget.rules import RULES, check
from chengyun.budget.tables import Figure, value_of

from .made_up import budget


def told(findings):
    return [(one.rule, one.message) for one in findings]


def test_tables_that_agree_give_nothing():
    assert told(check(budget())) == []


def test_the_document_that_is_published_from_the_data_agrees_when_it_is_read_again():
    written = disclosure.text(budget(), budget(2025, "0.9"))
    again = read(written)

    assert told(check(again)) == []
    assert [(one.line, one.why) for one in again.unread] == []
    assert "比 2025 年预算增加 56.14 万元，增长 11.11%" in written
    for code in ("1", "3", "5-1", "6", "10"):
        mine = {row.label: {c: f.value for c, f in row.cells.items()} for row in budget().tables[code].rows}
        theirs = {row.label: {c: f.value for c, f in row.cells.items()} for row in again.tables[code].rows}
        assert theirs == mine
    assert [form.name for form in again.forms] == ["热线坐席服务", "平台运行维护"]


def test_what_was_planned_last_year_and_is_no_more_is_told_so_that_the_changes_add_up():
    before = budget(2025)
    lost = before.tables["5-1"]
    for row in lost.rows:
        if row.code == "2210201":
            row.code, row.name = "2210202", "提租补贴"

    written = disclosure.text(budget(), before)

    assert "提租补贴(项)2026 年预算数 0.00 万元，比 2025 年预算减少 25.15 万元，下降 100.00%" in written
    assert told(check(read(written))) == []


def test_a_budget_survives_being_kept_as_plain_data():
    whole = budget()
    rows = [one for table in whole.tables.values() for one in storing.row_fields(table)]

    again = storing.rebuilt(storing.content_of(whole), rows)

    assert storing.to_plain(again) == storing.to_plain(whole)
    assert told(check(again)) == []


def wrong(code, name, column, value):
    made = budget()
    row = made.tables[code].by_code(name) or made.tables[code].named(name)
    row.cells[column] = replace(row.cells[column], value=Decimal(value))
    return made


@pytest.mark.parametrize(
    ("made", "rule"),
    [
        (wrong("1", "本年收入合计", "收入预算数", "1"), "R01"),
        (wrong("2", "777", "合计", "1"), "R02"),
        (wrong("3", "2080505", "基本支出", "31.10"), "R03"),
        (wrong("3", "208", "合计", "31.10"), "R04"),
        (wrong("4", "住房保障支出", "支出预算数", "26.15"), "R05"),
        (wrong("5-1", "2010350", "人员经费", "211.40"), "R06"),
        (wrong("5-2", "777", "公用经费", "41.20"), "R07"),
        (wrong("6", "30101", "人员经费", "121.40"), "R08"),
        (wrong("6", "30113", "合计", "26.15"), "R09"),
        (wrong("7", "合计", "公务接待费", "0.40"), "R10"),
        (wrong("10", "99990026777T000000100", "合计", "181.00"), "R11"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_each_identity_of_the_tables_is_watched(made, rule):
    found = check(made)

    assert rule in {one.rule for one in found}
    assert all(len(one.places) >= 2 and len(one.values) == 2 for one in found if one.severity == "E")


def test_forms_targets_and_words_are_watched():
    details = budget()
    details.forms[0].details[0] = replace(
        details.forms[0].details[0], amount=Figure(Decimal(170), details.forms[0].year.place)
    )
    assert "R12" in {one.rule for one in check(details)}

    named = budget()
    named.forms[0].name = "热线坐席外包服务"
    assert [one.rule for one in check(named)] == ["R13"]

    swapped = budget()
    staff, public = swapped.overall.lines[2], swapped.overall.lines[3]
    staff.now, public.now = public.now, staff.now
    assert "填反" in next(one.message for one in check(swapped) if one.rule == "R14")

    target = budget()
    one = target.forms[1].blocks[0].indicators[2]
    one.target = value_of("≥95%")
    assert [(found.rule, found.severity) for found in check(target)] == [("R23", "E")]

    growth = disclosure.text(budget(), budget(2025, "0.9")).replace("增长 11.11%", "增长 10.00%", 1)
    assert "R17" in {found.rule for found in check(read(growth))}


def test_nonsense_is_read_without_an_error_and_said_to_be_nonsense():
    for text in ("", "\0\n\t", "第二部分\n表 3.支出总表\n201\t" + "9" * 400, "表 1.收支总表\n" + "一、、\t1\t" * 300):
        found = read(text)
        check(found)
        assert found.unread or not found.claims


def test_every_rule_is_written_out_in_both_languages():
    assert [rule.code for rule in RULES] == [f"R{number:02}" for number in range(1, 26)]
    assert all(rule.identity and rule.english and rule.tolerance for rule in RULES)


def test_the_csv_package_is_valid_for_whoever_reads_data_packages(tmp_path, monkeypatch):
    import frictionless

    with zipfile.ZipFile(io.BytesIO(datapackage.package(budget()))) as archive:
        archive.extractall(tmp_path)
    monkeypatch.chdir(tmp_path)

    report = frictionless.validate("datapackage.json")

    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
