"""Telling those who look after log-ins that a directory was not taken over by itself: once for each stop, once a day
for a source that cannot be read. The org room has no notices; this one stands above both."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from chengyun.cases import notices
from chengyun.org.models import SyncRun
from chengyun.org.peoplesync.planning import LEFT

KIND, PAGE, HANDLE = "people", "sign-in-ways", "signin.manage"
SPAN = timedelta(days=1)


def register_pages() -> None:
    notices.register_page(KIND, PAGE)


def look(now: datetime | None = None) -> int:
    """How many messages were left."""
    now = now or timezone.now()
    runs = SyncRun.objects.filter(
        by_id__isnull=True, state__in=(SyncRun.STOPPED, SyncRun.FAILED), finished_at__gt=now - SPAN
    ).select_related("source")
    accounts = notices.accounts_with(HANDLE) if runs else []
    return sum(notices.tell(accounts, None, KIND, *_words(run), now) for run in runs)


def _words(run: SyncRun) -> tuple[str, str]:
    """(what is said, its key)."""
    name = run.source.name
    if run.state == SyncRun.STOPPED:
        left = run.counts.get(LEFT, 0)
        return f"“{name}”的自动同步停下了：名单里少了 {left} 人，请在“登录方式”里核对", f"{KIND}-{run.pk}-stopped"
    day = timezone.localtime(run.finished_at or run.at)
    return f"“{name}”的自动同步没有成功，请在“登录方式”里看原因", f"{KIND}-{run.source_id}-{day:%Y%m%d}"
