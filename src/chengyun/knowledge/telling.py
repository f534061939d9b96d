"""Articles as the API tells them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.present import iso

from .models import Article, Edition
from .passages import Best
from .words import ANSWERS, AUDIENCES, STATES, name_of


class Teller:
    """What is the same for all rows of one answer."""

    def __init__(self, language: str = "zh"):
        self.language = language
        self.known = catalogue.current()
        self.today = timezone.localdate()
        self._categories = {row.code: row for row in self.known.categories.values()}
        self._areas: dict[str, Any] | None = None

    def unit(self, unit_id: int) -> dict[str, Any]:
        row = self.known.unit(unit_id)
        return {"id": unit_id, "code": row.code if row else "", "name": row.short_name or row.name if row else ""}

    def categories(self, codes: Iterable[str]) -> list[dict[str, Any]]:
        rows = [row for code in codes if (row := self._categories.get(code))]
        return [{"id": row.id, "code": row.code, "name": row.name} for row in rows]

    def areas(self, codes: Sequence[str]) -> list[dict[str, Any]]:
        if not codes:
            return []
        if self._areas is None:
            self._areas = {row.code: row for row in self.known.areas.values()}
        rows = [row for code in codes if (row := self._areas.get(code))]
        return [{"id": row.id, "code": row.code, "name": row.name} for row in rows]

    def is_answer(self, article: Article) -> bool:
        return (
            article.state in ANSWERS
            and (article.valid_from is None or article.valid_from <= self.today)
            and (article.valid_until is None or article.valid_until >= self.today)
        )

    def state(self, article: Article) -> str:
        """By the days themselves: the worker may not have come to it yet."""
        if article.state in ANSWERS:
            if article.valid_until and article.valid_until < self.today:
                return "expired"
            return "due" if article.review_on and article.review_on <= self.today else "published"
        return article.state

    def hit(self, article: Article, best: Best | None = None) -> dict[str, Any]:
        state = self.state(article)
        return {
            "id": article.pk, "number": article.number, "version": article.edition, "title": article.title,
            "heading": best.heading if best else "",
            "passage": [{"text": text, "mark": mark} for text, mark in best.parts] if best else [],
            "answer": self.is_answer(article), "state": state, "state_name": name_of(STATES, state, self.language),
            "tone": STATES[state][2], "audience": article.audience,
            "audience_name": name_of(AUDIENCES, article.audience, self.language), "unit": self.unit(article.unit_id),
            "categories": self.categories(article.categories), "areas": self.areas(article.areas),
            "phones": article.phones, "valid_until": day(article.valid_until), "review_on": day(article.review_on),
            "published_at": iso(article.published_at), "useful": article.useful, "useless": article.useless,
            "cited": article.cited,
        }  # fmt: skip

    def row(self, article: Article, draft: Edition | None) -> dict[str, Any]:
        state = draft.state if draft is not None else ""
        return {
            **self.hit(article), "row_version": article.version, "updated_at": iso(article.changed_at),
            "updated_by": article.changed_by, "draft_state": state,
            "draft_state_name": name_of(STATES, state, self.language) if state else "",
            "waiting_since": iso(draft.submitted_at) if draft is not None and state == "review" else None,
        }  # fmt: skip


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def attachments(files: Sequence[Mapping[str, str]], base: str = "/api/v1/files") -> list[dict[str, Any]]:
    """With size and kind; a file that is gone is left out."""
    from chengyun.kernel.models import StoredFile

    rows = {str(row.pk): row for row in StoredFile.objects.filter(pk__in=[one["id"] for one in files])} if files else {}
    found = []
    for one in files:
        row = rows.get(one["id"])
        if row is not None:
            found.append(
                {"id": one["id"], "name": row.name, "size": row.size, "mime": row.mime, "url": f"{base}/{one['id']}"}
            )
    return found
