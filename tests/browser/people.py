"""What people do at the desk, said once: open a case, choose a verb, fill the fields by their labels, submit."""

from __future__ import annotations

import re

LIGHTS = "区城市管理执法局"


def act(person, number: str, verb: str, **fields: str | bool) -> None:
    """Open the case, choose the verb, fill the fields by their labels, submit, wait until it is done."""
    panel = begin(person, number, verb)
    for label, value in fields.items():
        fill(panel, label, value)
    submit(panel, verb)


def begin(person, number: str, verb: str):
    """The form of a verb on the page of a case; rare verbs are under 其他操作."""
    page = person.open(f"/cases/{number}").page
    toolbar = page.get_by_role("toolbar", name="办理")
    toolbar.get_by_role("button").first.wait_for()
    direct = toolbar.get_by_role("button", name=verb, exact=True)
    if direct.count():
        direct.click()
    else:
        toolbar.get_by_role("button", name="其他操作").click()
        page.get_by_role("menuitem", name=verb, exact=True).click()
    return page.get_by_role("region", name=verb, exact=True)


def fill(panel, label: str, value: str | bool) -> None:
    """Fill the field with this label, whatever control it has; for a box of choices, what is typed into it."""
    choices = panel.locator(f"[role=radiogroup][aria-label='{label}'], [role=group][aria-label='{label}']")
    if choices.count():
        choices.get_by_text(str(value), exact=True).click()
        return
    box = panel.get_by_role("combobox", name=re.compile(f"^{re.escape(label)}"))
    if box.count() and box.first.evaluate("e => e.tagName") != "SELECT":
        box.first.fill(str(value))
        panel.page.locator("[role=listbox] [role=option]").first.click()
        return
    control = panel.get_by_label(re.compile(rf"^{re.escape(label)}\s*(选填)?$"))
    if isinstance(value, bool):
        control.set_checked(value)
    elif control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(label=value)
    else:
        control.fill(value)


def submit(panel, verb: str) -> None:
    panel.get_by_role("button", name=verb, exact=True).click()
    panel.wait_for(state="detached")


def verbs(person, number: str) -> list[str]:
    """What the API offers this person on a case."""
    return person.page.evaluate(
        "async n => (await (await fetch('/api/v1/cases/' + n)).json()).actions.map(a => a.name)", number
    )


def register(person, kind: str = "投诉") -> str:
    """A request typed into the call-taker's form; its number."""
    page = person.open("/register").page
    page.locator("input[type=tel]").first.fill("13800002222")
    page.get_by_label("姓名").first.fill("演示诉求人")
    page.locator("textarea").first.fill("梧桐公园门口路灯不亮，晚上看不清台阶，希望尽快修复。")
    box = page.get_by_role("combobox", name=re.compile("类别")).first
    box.fill("ldbl")
    page.get_by_role("option", name=re.compile("路灯不亮")).first.click()
    page.get_by_role("radio", name=kind, exact=True).or_(
        page.get_by_role("button", name=kind, exact=True)
    ).first.click()
    person.shot("register")
    page.keyboard.press("Control+Enter")
    number = page.locator(".number").inner_text()
    assert re.fullmatch(r"[A-Z]{2}-\d{8}-\d{6}", number)
    return number


def dispatched(desk, unit: str = LIGHTS) -> str:
    """A fresh request that the centre has sent to a unit."""
    number = register(desk("call_taker"))
    act(desk("dispatcher"), number, "派单", 主办单位=unit)
    return number


def in_hand(desk, unit: str = LIGHTS, who: str = "unit_manager"):
    """A fresh request that a unit has acknowledged: its number, and the unit's person."""
    number = dispatched(desk, unit)
    person = desk(who)
    act(person, number, "签收")
    return number, person


def answer(person, number: str, words: str = "已处理完毕，恢复正常。") -> None:
    """The unit calls the requester and replies."""
    act(person, number, "先行联系", 沟通情况="已与诉求人电话沟通。")
    act(person, number, "答复办结", **{"办理结果（答复诉求人）": words, "办理结果": "已解决"})
