"""An article with a file and a correction, a rule; bodies for the knowledge room and the public help."""

from __future__ import annotations

import io
from typing import Any

from chengyun.kernel.files import save_upload
from chengyun.knowledge import corrections, institution, writing
from chengyun.org.access import actor_for
from chengyun.org.models import Account

PUBLIC = {
    ("GET", "/api/v1/help"),
    ("POST", "/api/v1/help/search"),
    ("GET", "/api/v1/help/articles/{article_id}"),
    ("GET", "/api/v1/help/articles/{article_id}/files/{file_id}"),
    ("POST", "/api/v1/help/articles/{article_id}/useful"),
}
ARTICLE = {"title": "怎样申领居住证", "text": "# 材料\n- 身份证\n\n# 地点\n居住地派出所。", "audience": "public"}
RULE = {"name": "案件转办工作规则", "state": "draft"}


def rows(account: Account, picture: io.BytesIO) -> dict[str, Any]:
    actor = actor_for(account)
    stored = save_upload(picture, "表样.png", account.pk)
    made = writing.create(actor, {**ARTICLE, "attachment_ids": [stored.pk]})
    made = writing.act(actor, made.pk, "publish", made.version)
    correction = corrections.report(actor, made.pk, "电话变了", "")
    days = {"issued_on": None, "effective_on": None, "repealed_on": None}
    rule = institution.create(actor, {**RULE, "number": "", "edition": "", "summary": "", **days})
    return {"article_id": made.pk, "correction_id": correction.pk, "rule_id": rule.pk, "step": "confirm"}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    base, one = "/api/v1/knowledge", "/api/v1/knowledge/articles/{article_id}"
    return {
        ("POST", f"{base}/search"): {"q": "居住证"},
        ("POST", f"{base}/suggest"): {"text": "居住证怎么办"},
        ("POST", f"{base}/articles"): ARTICLE,
        ("PUT", one): {**ARTICLE, "row_version": 1},
        ("POST", f"{one}/actions/{{step}}"): {"row_version": 1, "note": "测试"},
        ("POST", f"{one}/useful"): {"useful": True},
        ("POST", f"{one}/corrections"): {"text": "电话变了"},
        ("POST", f"{base}/corrections/{{correction_id}}"): {"decision": "accepted", "answer": "已改", "row_version": 1},
        ("POST", f"{base}/upward"): {"way": "file"},
        ("POST", f"{base}/rules"): RULE,
        ("PUT", f"{base}/rules/{{rule_id}}"): {**RULE, "row_version": 1},
        ("POST", "/api/v1/help/search"): {"q": "居住证"},
        ("POST", "/api/v1/help/articles/{article_id}/useful"): {"useful": True},
    }
