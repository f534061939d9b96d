"""What people do at the desk, said once: open a case, choose a verb, fill the fields by their labels, submit."""

from __future__ import annotations

import re


def act(person, number: str, verb: str, **fields: str) -> None:
    """Open the case, choose the verb, fill the fields by their labels, submit."""
    page = person.open(f"/cases/{number}").page
    page.get_by_role("toolbar").get_by_role("button", name=verb, exact=True).click()
    panel = page.get_by_role("region", name=verb, exact=True)
    for label, value in fields.items():
        choices = panel.get_by_role("radiogroup", name=label, exact=True)
        if choices.count():
            choices.get_by_text(value, exact=True).click()
            continue
        control = panel.get_by_label(label, exact=True)
        if control.evaluate("e => e.tagName") == "SELECT":
            control.select_option(label=value)
        else:
            control.fill(value)
    panel.get_by_role("button", name=verb, exact=True).click()
    panel.wait_for(state="detached")


def choose_unit(person, number: str, verb: str, label: str, typed: str, option: str) -> None:
    page = person.open(f"/cases/{number}").page
    page.get_by_role("toolbar").get_by_role("button", name=verb, exact=True).click()
    panel = page.get_by_role("region", name=verb, exact=True)
    box = panel.get_by_role("combobox", name=label).first
    box.fill(typed)
    page.get_by_role("option", name=option).first.click()
    panel.get_by_role("button", name=verb, exact=True).click()
    panel.wait_for(state="detached")


def register(person) -> str:
    page = person.open("/register").page
    page.locator("input[type=tel]").first.fill("13800002222")
    page.get_by_label("姓名").first.fill("演示诉求人")
    page.locator("textarea").first.fill("梧桐公园门口路灯不亮，晚上看不清台阶，希望尽快修复。")
    box = page.get_by_role("combobox", name=re.compile("类别")).first
    box.fill("ldbl")
    page.get_by_role("option", name=re.compile("路灯不亮")).first.click()
    page.get_by_role("radio", name="投诉", exact=True).or_(
        page.get_by_role("button", name="投诉", exact=True)
    ).first.click()
    person.shot("register")
    page.keyboard.press("Control+Enter")
    number = page.locator(".number").inner_text()
    assert re.fullmatch(r"TS-\d{8}-\d{6}", number)
    return number
