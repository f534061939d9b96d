"""How far each source can be trusted: counted from what was decided, source by source and rule by rule."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from .models import SourceRecord

LOOKED_BACK = timedelta(days=90)
_COUNT = """
INSERT INTO dispatching_sourcerecord (source, ref, asked, hits)
SELECT s.key, coalesce(s.value ->> 'ref', ''), count(*),
  count(*) FILTER (WHERE (s.value ->> 'unit')::bigint = p.final_unit_id AND NOT f.moved AND NOT f.taken_back)
FROM dispatching_proposal p JOIN dispatching_firstdispatch f ON f.case_id = p.case_id
CROSS JOIN LATERAL jsonb_each(p.sources) s
WHERE p.decided_at >= %s GROUP BY 1, 2
"""


def count() -> int:
    """Count anew; how many rows there are."""
    with transaction.atomic():
        SourceRecord.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, [timezone.now() - LOOKED_BACK])
            return cursor.rowcount
