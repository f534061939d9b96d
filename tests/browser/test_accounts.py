"""Safety of accounts at the desk: one-time codes, a log-in that ends, acting for a colleague, what auditors see."""

from __future__ import annotations

import re
import time

from chengyun.org import totp

from .conftest import PASSWORD

MODAL = "dialog.lock"


def code(secret: str, ahead: int = 0) -> str:
    import base64

    return totp.code_at(base64.b32decode(secret.replace(" ", "")), int(time.time()) // 30 + ahead)


def type_password(page, name: str) -> None:
    page.get_by_label("账号", exact=True).fill(name)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")


def test_one_time_codes_from_setting_up_to_the_paper_code(desk):
    person = desk("analyst")
    page = person.open("/account").page
    page.get_by_role("button", name="启用动态口令").click()
    page.get_by_label("请再输一次密码").fill(PASSWORD)
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("img", name="动态口令二维码").wait_for()
    page.get_by_text("不能扫描").click()
    secret = page.locator("code.secret").inner_text()
    person.shot("second-factor")
    page.get_by_label("动态口令", exact=True).fill(code(secret))
    page.get_by_role("button", name="启用", exact=True).click()
    page.locator(".codes li code").first.wait_for()
    codes = page.locator(".codes li code").all_inner_texts()
    assert len(codes) == 10
    person.shot("recovery-codes")
    page.get_by_label("我已经保存好了").check()
    page.get_by_role("button", name="完成").click()
    page.get_by_text("恢复码还剩 10 个").wait_for()

    with_app = desk.visitor().page
    type_password(with_app, "analyst")
    with_app.get_by_label("动态口令", exact=True).fill("000000")
    with_app.keyboard.press("Enter")
    with_app.get_by_text("口令不对，或已经用过").wait_for()
    with_app.get_by_label("动态口令", exact=True).fill(code(secret, ahead=1))
    with_app.keyboard.press("Enter")
    with_app.get_by_role("navigation").first.wait_for()

    on_paper = desk.visitor().page
    type_password(on_paper, "analyst")
    on_paper.get_by_role("button", name="手机不在身边，用恢复码").click()
    on_paper.get_by_label("恢复码", exact=True).fill(codes[3])
    on_paper.keyboard.press("Enter")
    on_paper.get_by_role("navigation").first.wait_for()
    again = desk.visitor().page
    type_password(again, "analyst")
    again.get_by_role("button", name="手机不在身边，用恢复码").click()
    again.get_by_label("恢复码", exact=True).fill(codes[3])
    again.keyboard.press("Enter")
    again.get_by_text("口令不对，或已经用过").wait_for()

    page.reload()
    page.get_by_text("恢复码还剩 9 个").wait_for()
    page.get_by_role("button", name="停用动态口令").click()
    page.get_by_placeholder("请再输一次密码").fill(PASSWORD)
    page.get_by_role("button", name="停用动态口令").click()
    page.get_by_role("button", name="启用动态口令").wait_for()
    assert person.faults == []


def test_logging_out_everywhere_keeps_the_half_filled_form_of_the_other_window(desk):
    writing, other = desk("call_taker_2"), desk("call_taker_2")
    form = writing.open("/register").page
    words = "梧桐公园门口路灯不亮，请尽快修复。"
    form.locator("textarea").first.fill(words)
    page = other.open("/account").page
    page.get_by_text("本机", exact=True).wait_for()
    page.get_by_role("button", name=re.compile("结束其他")).click()
    page.get_by_text("其他登录都已结束").wait_for()
    form.locator("input[type=tel]").first.fill("13800002222")  # asks for the caller's earlier cases
    form.locator(MODAL).wait_for()
    writing.shot("logged-out")
    form.locator("#lock-password").fill(PASSWORD)
    form.keyboard.press("Enter")
    form.locator(MODAL).wait_for(state="detached")
    assert form.locator("textarea").first.input_value() == words
    assert writing.faults == []


def test_a_shift_leader_acts_for_a_colleague_and_every_page_says_so(desk):
    leader = desk("shift_leader")
    page = leader.page
    page.get_by_role("button", name="账号菜单").click()
    page.get_by_role("menuitem", name="代同事办件").click()
    page.get_by_placeholder("姓名或账号").fill("dispatcher")
    page.wait_for_function("() => document.querySelectorAll('.people button').length === 1")
    page.locator(".people button", has_text="派单员").first.click()
    page.get_by_label("原因").fill("临时离岗")
    leader.shot("cover-dialog")
    page.get_by_role("button", name="开始代办").click()
    page.get_by_text("您正在代").wait_for()
    leader.shot("covering")
    number = page.evaluate("(async () => (await (await fetch('/api/v1/cases?limit=1')).json()).items[0].number)()")
    leader.open(f"/cases/{number}")
    page.get_by_text("您正在代").wait_for()
    done = page.evaluate(
        """async number => {
          const session = await (await fetch('/api/v1/session')).json();
          const answer = await fetch(`/api/v1/cases/${number}/actions/note`, { method: 'POST',
            headers: { 'content-type': 'application/json', 'x-csrftoken': session.csrf_token },
            body: JSON.stringify({ text: '代为联系' }) });
          return answer.status }""",
        number,
    )
    assert done == 200
    page.reload()
    page.get_by_text(re.compile("（代 .+）")).first.wait_for()
    page.get_by_role("button", name="结束代办").click()
    page.get_by_text("您正在代").wait_for(state="detached")

    colleague = desk("dispatcher").open("/account")
    colleague.text("谁代我办过")
    assert "临时离岗" in colleague.page.locator("body").inner_text()
    assert leader.faults == []


def test_administrators_see_jobs_system_and_log_ins_and_auditors_who_saw_what(desk):
    admin = desk("system_admin", size=(1280, 720))
    admin.open("/admin/system").page.locator("[data-check=backup]").wait_for()
    assert admin.page.locator("[data-check]").count() == 13
    admin.page.get_by_text("组件与许可").click()
    admin.page.get_by_role("cell", name="Django", exact=True).first.wait_for()
    admin.shot("system")
    admin.open("/admin/jobs").page.get_by_role("heading", name="定时任务").wait_for()
    admin.page.get_by_role("link", name="检查时限，催办提醒").first.click()
    admin.page.get_by_text("的全部运行").wait_for()
    admin.shot("jobs")
    admin.open("/admin/logins").page.get_by_role("cell", name=re.compile("system_admin")).first.wait_for()
    admin.shot("log-ins")
    assert admin.answer_of("/api/v1/audit/reads") == 403

    clerk = desk("dispatcher")
    number = clerk.page.evaluate(
        """async () => {
          const session = await (await fetch('/api/v1/session')).json();
          for (const row of (await (await fetch('/api/v1/cases?limit=50')).json()).items) {
            const answer = await fetch(`/api/v1/cases/${row.number}/unmask`, { method: 'POST',
              headers: { 'content-type': 'application/json', 'x-csrftoken': session.csrf_token },
              body: JSON.stringify({ reason: '核对回电号码' }) });
            if (answer.ok) return row.number;
          }
        }"""
    )
    auditor = desk("auditor", size=(1280, 720)).open("/admin/reads?kind=unmask")
    auditor.page.get_by_role("link", name=number).first.wait_for()
    auditor.shot("reads")
    auditor.page.get_by_role("link", name=number).first.click()
    auditor.page.wait_for_url(re.compile(number))
    assert admin.faults == auditor.faults == []
