"""The ten-minute tour, followed word by word by somebody who knows nothing else: labels and keys are read from it."""

from __future__ import annotations

import re

import pytest
from openpyxl import load_workbook

from .conftest import PASSWORD
from .tour import Step, leaving, sections

TOURS = {"zh-CN": "tour.md", "en": "tour.en.md"}


class Newcomer:
    """A person with the tour in hand: presses, types and looks for what it says, in the middle of the page."""

    def __init__(self, person, tour: str):
        self.person, self.page, self.tour = person, person.page, tour
        self.number = ""

    def button(self, name: str, within=None):
        """A button or link whose words are these, or begin with them (a count may follow)."""
        place = within or self.page
        exact = place.get_by_role("button", name=name, exact=True).or_(place.get_by_role("link", name=name, exact=True))
        return exact.or_(place.get_by_role("link", name=re.compile(rf"^{re.escape(name)}\s*[\d,+]"))).first

    def see(self, words: str, within=None) -> None:
        (within or self.page).get_by_text(words, exact=True).locator("visible=true").first.wait_for()

    def press(self, step: Step) -> None:
        self.page.keyboard.press(step.key())

    def write(self, step: Step) -> str:
        words = step.typed()
        self.page.keyboard.type(words, delay=8)
        return words

    def search(self, step: Step) -> None:
        self.press(step)
        self.page.get_by_role("dialog").get_by_role("combobox").wait_for()

    def menu(self, item: str) -> None:
        self.page.locator("header button.me").click()
        self.page.get_by_role("menuitem", name=item).click()

    def change(self, account: str) -> None:
        self.menu(leaving(self.tour))
        self.page.wait_for_url("**/login**")
        self.log_in(account)

    def log_in(self, account: str) -> None:
        self.page.locator("input[autocomplete=username]").fill(account)
        self.page.locator("#password").fill(PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: "/login" not in url)
        self.page.get_by_role("navigation").first.wait_for()

    def choose(self) -> None:
        """Until what was typed is found; a person looks before pressing Enter."""
        self.page.wait_for_timeout(500)
        self.page.locator("li[role=option].active:visible, [role=option][aria-selected=true]:visible").first.wait_for()

    def part(self, title: str):
        """The part of the page below this heading."""
        heading = self.page.get_by_role("heading", name=re.compile(rf"^(\d\s*)?{re.escape(title)}"))
        return heading.locator("visible=true").first.locator("xpath=ancestor::*[self::section or self::fieldset][1]")

    def download(self, button) -> str:
        with self.page.expect_download() as file:
            button.click()
        return str(file.value.path())

    def rows(self):
        self.page.locator(".row .pick").first.wait_for()
        return self.page.locator(".row code")


# --- 1: find -----------------------------------------------------------------------------------------------------
def found_in_groups(who: Newcomer, step: Step) -> None:
    who.search(step)
    who.write(step)
    box = who.page.get_by_role("dialog")
    who.see(step.label(), box)
    who.see(step.label(), box)


def found_is_opened(who: Newcomer, step: Step) -> None:
    who.press(step)
    who.page.get_by_role("dialog").wait_for(state="detached")


def found_by_initials(who: Newcomer, step: Step) -> None:
    who.search(step)
    who.write(step)
    who.page.get_by_role("option", name=re.compile(step.label())).first.wait_for()
    key = step.key()
    who.page.keyboard.press(key)
    who.page.keyboard.press(key)
    who.page.get_by_role("dialog").wait_for(state="detached")


# --- 2: register ----------------------------------------------------------------------------------------------------
def number_of_the_caller(who: Newcomer, step: Step) -> None:
    key = step.key()
    who.page.keyboard.press(key)
    who.page.locator("input.phone").wait_for()
    if who.page.locator("input.phone").input_value():  # somebody has left a form half filled
        who.page.keyboard.press(key)
        who.page.wait_for_function("() => !document.querySelector('input.phone').value")
    who.part(step.label()).locator("input.phone").click()
    who.write(step)
    who.press(step)
    who.part(step.label()).locator("li").first.wait_for()


def words_of_the_caller(who: Newcomer, step: Step) -> None:
    who.part(step.label()).locator("textarea").click()
    who.write(step)
    who.part(step.label()).wait_for()


def place_of_the_request(who: Newcomer, step: Step) -> None:
    who.part(step.label()).get_by_role("combobox").first.click()
    who.write(step)
    who.choose()
    who.press(step)


def category_of_the_request(who: Newcomer, step: Step) -> None:
    who.part(step.label()).get_by_role("combobox").first.click()
    who.write(step)
    who.choose()
    who.press(step)


def kind_of_the_request(who: Newcomer, step: Step) -> None:
    who.page.get_by_role("radiogroup", name=step.label(), exact=True).get_by_text(step.label(), exact=True).click()


def registered(who: Newcomer, step: Step) -> None:
    who.press(step)
    who.page.locator(".result .number").wait_for()
    who.see(step.label())
    who.number = who.page.locator(".result .number").inner_text()
    assert re.fullmatch(r"[A-Z]+-\d{8}-\d{6}", who.number)


# --- 3: lists -------------------------------------------------------------------------------------------------------
def the_list_of_all(who: Newcomer, step: Step) -> None:
    who.button(step.label(), who.page.get_by_role("navigation").first).click()
    who.rows()


def a_condition(who: Newcomer, step: Step) -> None:
    who.button(step.label()).click()
    what = step.label()
    who.page.get_by_role("button", name=what, exact=True).click()
    who.page.wait_for_function("() => document.activeElement.getAttribute('role') === 'combobox'")
    who.write(step)
    who.choose()
    who.press(step)
    who.button(step.label()).click()
    who.page.wait_for_url("**state=**")
    who.rows()
    part = who.page.locator("[data-part=state]")
    part.locator("xpath=..").get_by_role("button", name=re.compile(what)).last.click()
    who.page.wait_for_url(lambda url: "state=" not in url)


def another_order(who: Newcomer, step: Step) -> None:
    before = who.page.url
    who.page.get_by_role("columnheader", name=re.compile(step.label())).get_by_role("button").first.click()
    who.page.wait_for_url(lambda url: url != before)


def another_column(who: Newcomer, step: Step) -> None:
    who.button(step.label(), who.page.locator("main")).click()
    name = step.label()
    who.page.get_by_role("group").get_by_label(name, exact=True).check()
    who.press(step)
    who.page.get_by_role("columnheader", name=re.compile(name)).wait_for()


def a_view(who: Newcomer, step: Step) -> None:
    who.button(step.label()).click()
    who.page.get_by_label(step.label()).click()
    name = who.write(step)
    who.press(step)
    who.page.locator(".tab", has_text=name).locator(".count").first.wait_for()


def one_after_the_other(who: Newcomer, step: Step) -> None:
    who.rows().first.click()
    pane = who.page.locator("[data-case], article, .case").first
    who.page.wait_for_url("**case=**")
    pane.wait_for()
    for _ in range(2):
        before = who.page.url
        who.press(step)
        who.page.wait_for_url(lambda url, before=before: url != before)
    who.press(step)
    who.page.wait_for_url(lambda url: "case=" not in url)


def an_area_on_the_map(who: Newcomer, step: Step) -> None:
    who.button(step.label()).click()
    tools = who.page.get_by_role("toolbar")
    who.button(step.label(), tools).click()
    box = who.page.get_by_role("application").bounding_box()
    who.page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.25)
    who.page.mouse.down()
    who.page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.7, steps=4)
    who.page.mouse.up()
    who.page.wait_for_url("**within=**")
    who.button(step.label(), tools).click()
    who.page.wait_for_url(lambda url: "within=" not in url)
    who.press(step)
    who.page.get_by_role("application").wait_for(state="detached")


def a_file_of_the_list(who: Newcomer, step: Step) -> None:
    who.button(step.label()).click()
    form = who.page.get_by_role("dialog")
    form.get_by_label(step.label()).click()
    why = who.write(step)
    file = who.download(who.button(step.label(), form))
    with open(file, "rb") as made:
        first = load_workbook(made).active["A1"].value
    assert step.accounts[0] in first
    assert why in first


# --- 4: a case ------------------------------------------------------------------------------------------------------
def the_case_again(who: Newcomer, step: Step) -> None:
    who.search(step)
    who.page.keyboard.type(who.number)
    who.press(step)
    who.page.wait_for_url(f"**/cases/{who.number}")


def why_this_time(who: Newcomer, step: Step) -> None:
    clocks = who.part(step.label())
    who.button(step.label(), clocks).click()
    clocks.locator("ol li").first.wait_for()


def what_surrounds_it(who: Newcomer, step: Step) -> None:
    for _ in range(2):
        who.part(step.label()).scroll_into_view_if_needed()


def the_case_on_paper(who: Newcomer, step: Step) -> None:
    who.button(step.label()).click()
    form = who.page.get_by_role("dialog")
    form.get_by_label(step.label()).click()
    who.write(step)
    with open(who.download(who.button(step.label(), form)), "rb") as file:
        assert file.read(5) == b"%PDF-"


def sent_to_a_unit(who: Newcomer, step: Step) -> None:
    verb = step.label()
    who.page.get_by_role("toolbar").get_by_role("button", name=verb, exact=True).click()
    panel = who.page.get_by_role("region", name=verb, exact=True)
    panel.get_by_role("combobox", name=re.compile(f"^{step.label()}")).first.click()
    who.write(step)
    who.choose()
    who.press(step)
    who.button(step.label(), panel).click()
    panel.wait_for(state="detached")
    who.see(step.label())


# --- 5: the board ---------------------------------------------------------------------------------------------------
def this_month(who: Newcomer, step: Step) -> None:
    who.button(step.label(), who.page.get_by_role("navigation").first).click()
    who.page.get_by_text(step.label(), exact=True).click()
    who.page.wait_for_url("**period=month**")


def a_figure_and_its_cases(who: Newcomer, step: Step) -> None:
    tile = who.page.locator(".figures li", has_text=step.label()).first.locator("a[href*='-01T00']").first
    tile.wait_for()
    number = tile.locator("strong").inner_text()
    tile.click()
    who.page.wait_for_url("**received_from=**")
    who.page.get_by_text(re.compile(rf"\b{number}\b")).first.wait_for()
    who.page.go_back()
    who.page.locator(".figures").wait_for()


def one_unit_of_the_board(who: Newcomer, step: Step) -> None:
    panel = who.page.get_by_role("region", name=step.label())
    who.button(step.label(), panel).click()
    panel.locator("tbody button.down").first.click()
    who.page.wait_for_url("**unit=**")
    line = who.page.locator(".scope", has_text=step.label())
    line.get_by_role("button").first.click()
    who.page.wait_for_url(lambda url: "unit=" not in url)


def the_board_arranged(who: Newcomer, step: Step) -> None:
    name = step.label()
    who.button(name).click()
    editor = who.page.get_by_role("region", name=name)
    editor.locator("[data-role=down]:enabled").first.click()
    who.button(step.label(), editor).click()
    who.button(step.label(), editor).click()
    editor.wait_for(state="detached")


# --- 6: rules -------------------------------------------------------------------------------------------------------
def the_table_of_limits(who: Newcomer, step: Step) -> None:
    who.button(step.label(), who.page.get_by_role("navigation").first).click()
    who.button(step.label(), who.page.locator("main")).click()
    who.page.wait_for_url("**/masterdata/limits**")


def the_row_of_the_limit(who: Newcomer, step: Step) -> None:
    who.page.locator("main input[type=search], main .find input").first.click()
    code = who.write(step)
    who.page.get_by_role("button", name=code).click()


def a_limit_tried(who: Newcomer, step: Step) -> None:
    who.page.get_by_label(step.label(), exact=True).first.fill(step.typed())
    who.button(step.label()).click()
    who.page.locator(".trial, [class*=trial]").get_by_text(re.compile(r"\d")).first.wait_for()


def a_limit_changed(who: Newcomer, step: Step) -> None:
    who.page.get_by_label(re.compile(step.label())).click()
    who.write(step)
    who.button(step.label()).click()
    who.see(step.label())


def a_limit_taken_back(who: Newcomer, step: Step) -> None:
    who.button(step.label()).click()
    undo = step.label()
    who.page.locator(".changes").get_by_role("button", name=undo, exact=True).first.click()
    form = who.page.get_by_role("dialog")
    form.get_by_label(step.label()).click()
    why = who.write(step)
    who.button(step.label(), form).click()
    form.wait_for(state="hidden")
    who.page.get_by_text(why).first.wait_for()


# --- 7: accounts and audit --------------------------------------------------------------------------------------------
def ones_own_account(who: Newcomer, step: Step) -> None:
    who.menu(step.label())
    who.see(step.label())
    who.see(step.label())


def who_read_what(who: Newcomer, step: Step) -> None:
    assert step.label() == leaving(who.tour)
    who.change(step.typed())
    who.button(step.label(), who.page.get_by_role("navigation").first).click()
    table = who.page.locator("tbody")
    who.see(step.label(), table)
    who.see(step.label(), table)


FOLLOWED = {
    1: [found_in_groups, found_is_opened, found_by_initials],
    2: [number_of_the_caller, words_of_the_caller, place_of_the_request, category_of_the_request, kind_of_the_request,
        registered],
    3: [the_list_of_all, a_condition, another_order, another_column, a_view, one_after_the_other, an_area_on_the_map,
        a_file_of_the_list],
    4: [the_case_again, why_this_time, what_surrounds_it, the_case_on_paper, sent_to_a_unit],
    5: [this_month, a_figure_and_its_cases, one_unit_of_the_board, the_board_arranged],
    6: [the_table_of_limits, the_row_of_the_limit, a_limit_tried, a_limit_changed, a_limit_taken_back],
    7: [ones_own_account, who_read_what],
}  # fmt: skip


@pytest.mark.parametrize("language", TOURS)
def test_a_newcomer_follows_the_tour_word_by_word(desk, language):
    tour = TOURS[language]
    steps = sections(tour)
    assert {at: len(found) for at, found in steps.items()} == {at: len(done) for at, done in FOLLOWED.items()}
    person = desk.visitor()
    person.page.evaluate("language => localStorage.setItem('chengyun.lang', language)", language)
    person.page.reload()
    who, sitting = Newcomer(person, tour), ""
    for at, section in steps.items():
        account = section[0].accounts[0]
        if not sitting:
            who.log_in(account)
        elif sitting != account:
            who.change(account)
        sitting = account
        for follow, step in zip(FOLLOWED[at], section, strict=True):
            try:
                follow(who, step)
                step.done()
            except Exception as error:
                person.shot(f"tour-{language}-{step.name}")
                raise AssertionError(f"step {step.name} of {tour}: {step.text}\n{error}") from error
    assert person.faults == []
