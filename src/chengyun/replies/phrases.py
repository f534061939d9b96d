"""The set phrases valid today, kept per process until they change."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from chengyun.kernel import revision

from .models import ReplyPhrase
from .rules import Phrase

TOPIC = "reply_phrases"
_known: tuple[tuple[int, str], tuple[Phrase, ...]] | None = None


def current() -> tuple[Phrase, ...]:
    global _known
    today = timezone.localdate()
    key = (revision.current(TOPIC), today.isoformat())
    known = _known
    if known is None or known[0] != key:
        valid = ReplyPhrase.objects.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=today), Q(valid_to__isnull=True) | Q(valid_to__gte=today)
        )
        rows = valid.values_list("phrase", "advice", "kind")
        known = _known = (key, tuple(Phrase(phrase, advice, kind) for phrase, advice, kind in rows))
    return known[1]


def forget() -> None:
    """Read the phrases again at the next question (tests)."""
    global _known
    _known = None
