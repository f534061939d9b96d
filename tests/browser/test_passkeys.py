"""A passkey at the desk, with Chromium's own virtual authenticator."""

from __future__ import annotations

from .conftest import PASSWORD


def authenticator(page):
    """A device that says yes to everything; the keys in it are real."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def test_a_passkey_is_added_logs_in_stands_in_for_the_code_and_is_removed(desk):
    person = desk.visitor()
    page = person.page
    person.address = person.address.replace("127.0.0.1", "localhost")  # passkeys belong to names
    page.goto(person.address)
    authenticator(page)
    person.log_in("auditor").open("/account")
    page.get_by_role("button", name="添加通行密钥").click()
    page.get_by_label("名称").fill("窗口电脑")
    page.get_by_label("请再输一次密码").fill(PASSWORD)
    page.locator("form.confirm").get_by_role("button", name="添加通行密钥").click()
    page.locator(".codes li code").first.wait_for()
    page.get_by_label("我已经保存好了").check()
    page.get_by_role("button", name="完成").click()
    page.get_by_text("窗口电脑").first.wait_for()
    person.shot("passkeys")

    page.evaluate("async () => { const c = document.cookie.match(/chengyun_csrf=([^;]+)/)[1];"
                  " await fetch('/api/v1/session', {method: 'DELETE', headers: {'X-CSRFToken': c}}) }")  # fmt: skip
    page.goto(f"{person.address}/login?next=/account")
    page.get_by_role("button", name="用通行密钥登录").wait_for()
    person.shot("login-with-passkey")
    page.get_by_role("button", name="用通行密钥登录").click()
    page.get_by_text("窗口电脑").first.wait_for()

    page.get_by_role("button", name="全部退出（包括本机）").click()
    page.locator("#password").wait_for()
    page.get_by_label("账号", exact=True).fill("auditor")
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="用通行密钥验证").click()
    page.get_by_role("navigation").first.wait_for()
    person.open("/account")
    page.get_by_role("button", name="移除").click()
    page.get_by_label("请再输一次密码").fill(PASSWORD)
    page.locator("form.confirm").get_by_role("button", name="移除").click()
    page.get_by_text("未添加").wait_for()
    assert person.faults == []
