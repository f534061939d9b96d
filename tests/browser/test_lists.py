"""A list as people use it all day: a sentence by keyboard, columns, views with counts, many cases at once, a file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest


@pytest.fixture
def leader(desk):
    person = desk("shift_leader").open("/lists/all")
    person.page.locator(".row .pick").first.wait_for()
    return person


def head(page) -> list[str]:
    return [text for text in page.locator("[role=columnheader]").all_inner_texts() if text.strip()]


def test_a_condition_is_added_changed_and_removed_by_keyboard_alone(leader):
    page = leader.page
    page.locator("[data-part=add]").focus()
    page.keyboard.press("Enter")
    page.get_by_role("list", name="添加条件").wait_for()
    page.wait_for_function("() => document.activeElement.textContent === '状态'")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="状态").wait_for()
    page.wait_for_function("() => document.activeElement.getAttribute('role') === 'combobox'")
    page.keyboard.type("待签收")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**state=dispatched**")
    part = page.locator("[data-part=state]")
    part.wait_for()
    assert part.inner_text().replace(" ", "") == "状态为待签收"
    page.wait_for_function("() => document.activeElement.dataset.part === 'state'")
    page.get_by_role("button", name="去掉条件：状态").press("Enter")
    page.wait_for_url(lambda url: "state=" not in url)
    assert not leader.faults


def test_columns_are_chosen_moved_and_widened_and_are_there_on_another_machine(leader, desk):
    page = leader.page
    before = head(page)
    page.get_by_title("选择列").click()
    page.get_by_role("group", name="选择列").get_by_label("办理结果", exact=True).check()
    page.locator("[data-column=outcome]").wait_for()
    page.locator("[data-column=outcome] input[type=checkbox]").press("Alt+ArrowUp")
    page.keyboard.press("Escape")
    assert head(page) == [*before[:-1], "办理结果", before[-1]]
    edge = page.get_by_role("separator", name="“标题”列的宽度")
    wide = edge.locator("..").bounding_box()["width"]
    with page.expect_response(lambda answer: answer.url.endswith("/views/columns") and answer.request.method == "PUT"):
        edge.press("ArrowRight")
    assert edge.locator("..").bounding_box()["width"] == pytest.approx(wide + 16, abs=2)

    other = desk("shift_leader")
    other.open("/lists/all").page.locator(".row .pick").first.wait_for()
    assert head(other.page) == head(page)
    other.page.get_by_title("选择列").click()
    with other.page.expect_response("**/views/columns"):
        other.page.get_by_role("button", name="恢复默认").click()


def test_a_view_is_saved_counted_shared_and_deleted_with_a_way_back(leader, desk):
    page = leader.open("/lists/all?state=dispatched&open=true").page
    page.locator(".row .pick").first.wait_for()
    page.get_by_role("button", name="存为视图").click()
    page.get_by_label("视图名称").fill("还没签收的")
    page.get_by_label("共享给所有人").check()
    page.keyboard.press("Enter")
    tab = page.locator(".tab", has_text="还没签收的")
    tab.locator(".count").wait_for()
    counted = tab.locator(".count").inner_text()
    assert page.get_by_text(f"共 {counted} 件").is_visible()

    other = desk("dispatcher").open("/lists/all")
    theirs = other.page.locator(".tab", has_text="还没签收的")
    theirs.get_by_role("button").first.click()
    other.page.wait_for_url("**state=dispatched**")
    assert "共享" in theirs.inner_text()

    tab.get_by_role("button", name="视图“还没签收的”的操作").click()
    page.get_by_role("menuitem", name="删除视图“还没签收的”").click()
    tab.wait_for(state="detached")
    page.get_by_role("button", name="撤销").click()
    tab.wait_for()
    tab.get_by_role("button", name="视图“还没签收的”的操作").click()
    page.get_by_role("menuitem", name="删除视图“还没签收的”").click()
    tab.wait_for(state="detached")
    assert not leader.faults


@pytest.mark.parametrize("kind", ["CSV", "XLSX"])
def test_the_chosen_cases_leave_as_a_file_that_says_who_took_it(leader, kind, tmp_path: Path):
    page = leader.page
    picked = page.locator(".row code").nth(1).inner_text()
    page.get_by_label(f"选中 {picked}").check()
    page.get_by_role("toolbar", name="已选 1 件").get_by_role("button", name="导出").click()
    form = page.get_by_role("dialog", name="导出清单")
    form.get_by_label(kind).check()
    form.get_by_label("用途").fill("月度核对")
    with page.expect_download() as download:
        form.get_by_role("button", name="导出").click()
    file = tmp_path / f"file.{kind.lower()}"
    download.value.save_as(file)
    if kind == "CSV":
        lines = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    else:
        from openpyxl import load_workbook

        lines = [list(row) for row in load_workbook(file).active.iter_rows(values_only=True)]
    assert "（shift_leader）" in lines[0][0]
    assert "月度核对" in lines[0][0]
    assert [row[0] for row in lines[1:]] == ["编号", picked]
    assert not leader.faults


def test_many_cases_at_once_have_a_result_each(leader):
    page = leader.open("/lists/all?state=dispatched&open=true").page
    page.locator(".row .pick").first.wait_for()
    for at in range(2):
        page.locator(".row .pick input").nth(at).check()
    bar = page.get_by_role("toolbar", name="已选 2 件")
    bar.get_by_role("button", name="催办").click()
    form = page.get_by_role("dialog", name="批量催办")
    form.get_by_role("textbox").first.fill("请尽快签收")
    form.get_by_role("button", name="对 2 件催办").click()
    page.get_by_text("催办：成功 2 件，未成功 0 件").wait_for()
    bar.wait_for(state="detached")
    assert not leader.faults
