"""Triggers that note what each change of a case means for the counts. What is there already is counted by 0006.

Statement triggers for INSERT and DELETE (one row of differences for each group of a COPY), a row trigger with a
condition for UPDATE: an action that changes nothing that is counted costs one comparison.
"""

from django.db import migrations

_DONE = "('closed', 'rated', 'archived')"
_ZONE = "'Asia/Shanghai'"


def _noted(source: str, sign: str) -> str:
    """INSERT of the differences for the cases of `source`."""
    groups = "1, 2, 3, 4, 5, 6, 7"
    return f"""
  INSERT INTO insight_difference (axis, day, hour, channel, unit_id, subdistrict_id, category_id,
      cases, late, satisfied, basically, dissatisfied)
  SELECT 'r', (c.received_at AT TIME ZONE {_ZONE})::date, extract(hour FROM c.received_at AT TIME ZONE {_ZONE}),
      c.channel, c.lead_unit_id, c.subdistrict_id, c.category_id, {sign} count(*), 0, 0, 0, 0
  FROM {source} c GROUP BY {groups};
  INSERT INTO insight_difference (axis, day, hour, channel, unit_id, subdistrict_id, category_id,
      cases, late, satisfied, basically, dissatisfied)
  SELECT 'c', (c.closed_at AT TIME ZONE {_ZONE})::date, extract(hour FROM c.closed_at AT TIME ZONE {_ZONE}),
      c.channel, c.lead_unit_id, c.subdistrict_id, c.category_id, {sign} count(*),
      {sign} count(*) FILTER (WHERE c.was_overdue), {sign} count(*) FILTER (WHERE c.satisfaction = 'satisfied'),
      {sign} count(*) FILTER (WHERE c.satisfaction = 'basically'),
      {sign} count(*) FILTER (WHERE c.satisfaction = 'dissatisfied')
  FROM {source} c WHERE c.state IN {_DONE} AND c.closed_at IS NOT NULL GROUP BY {groups};"""


def _of(row: str, sign: str, axis: str) -> str:
    """One row of differences for OLD or NEW."""
    at = f"{row}.{'received_at' if axis == 'r' else 'closed_at'} AT TIME ZONE {_ZONE}"
    marks = "0, 0, 0, 0" if axis == "r" else ", ".join(
        f"{sign}({test})::int"
        for test in (f"{row}.was_overdue", *(f"{row}.satisfaction = '{m}'" for m in ("satisfied", "basically", "dissatisfied")))
    )
    return (
        f"('{axis}', ({at})::date, extract(hour FROM {at}), {row}.channel, {row}.lead_unit_id, {row}.subdistrict_id,"
        f" {row}.category_id, {sign}1, {marks})"
    )


_INTO = (
    "INSERT INTO insight_difference (axis, day, hour, channel, unit_id, subdistrict_id, category_id,"
    " cases, late, satisfied, basically, dissatisfied) VALUES"
)
_PLACE = "{r}.channel, {r}.lead_unit_id, {r}.subdistrict_id, {r}.category_id"
_MOVED = f"({_PLACE.format(r='OLD')}, OLD.received_at) IS DISTINCT FROM ({_PLACE.format(r='NEW')}, NEW.received_at)"
_CLOSED = "({r}.state IN " + _DONE + " AND {r}.closed_at IS NOT NULL)"
_MARKS = "{r}.closed_at, {r}.was_overdue, {r}.satisfaction, " + _CLOSED
_MARKED = (
    f"({_CLOSED.format(r='OLD')} OR {_CLOSED.format(r='NEW')}) AND"
    f" ({_PLACE.format(r='OLD')}, {_MARKS.format(r='OLD')}) IS DISTINCT FROM"
    f" ({_PLACE.format(r='NEW')}, {_MARKS.format(r='NEW')})"
)

FORWARD = f"""
CREATE FUNCTION insight_case_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {_noted('came', '')}
  RETURN NULL;
END $$;
CREATE FUNCTION insight_case_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {_noted('went', '-')}
  RETURN NULL;
END $$;
CREATE FUNCTION insight_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {_MOVED} THEN
    {_INTO} {_of('OLD', '-', 'r')}, {_of('NEW', '', 'r')};
  END IF;
  IF {_MARKED} THEN
    IF {_CLOSED.format(r='OLD')} THEN
      {_INTO} {_of('OLD', '-', 'c')};
    END IF;
    IF {_CLOSED.format(r='NEW')} THEN
      {_INTO} {_of('NEW', '', 'c')};
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER insight_came AFTER INSERT ON cases_case REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION insight_case_came();
CREATE TRIGGER insight_went AFTER DELETE ON cases_case REFERENCING OLD TABLE AS went
  FOR EACH STATEMENT EXECUTE FUNCTION insight_case_went();
CREATE TRIGGER insight_changed AFTER UPDATE ON cases_case FOR EACH ROW WHEN ({_MOVED} OR {_MARKED})
  EXECUTE FUNCTION insight_case_changed();

CREATE VIEW insight_faces AS
  SELECT d.axis, date_trunc('month', d.day)::date AS month, f.face, f.key, d.channel,
      d.cases, d.late, d.satisfied, d.basically, d.dissatisfied
  FROM insight_difference d CROSS JOIN LATERAL (VALUES
    ('unit', coalesce(d.unit_id, 0)), ('subdistrict', coalesce(d.subdistrict_id, 0)),
    ('category', coalesce(d.category_id, 0)), ('hour', d.hour::bigint), ('day', (d.day - date '2000-01-01')::bigint)
  ) f (face, key);
CREATE VIEW insight_counts AS
  SELECT axis, month, face, key, channel, cases, late, satisfied, basically, dissatisfied FROM insight_monthcount
  UNION ALL
  SELECT axis, month, face, key, channel, cases, late, satisfied, basically, dissatisfied FROM insight_faces;
CREATE VIEW insight_cases AS
  SELECT 'r'::text AS axis, (received_at AT TIME ZONE {_ZONE})::date AS day,
      extract(hour FROM received_at AT TIME ZONE {_ZONE})::bigint AS hour, channel, lead_unit_id, subdistrict_id,
      category_id, false AS late, ''::text AS satisfaction
  FROM cases_case
  UNION ALL
  SELECT 'c', (closed_at AT TIME ZONE {_ZONE})::date, extract(hour FROM closed_at AT TIME ZONE {_ZONE})::bigint,
      channel, lead_unit_id, subdistrict_id, category_id, was_overdue, satisfaction
  FROM cases_case WHERE state IN {_DONE} AND closed_at IS NOT NULL;
"""
BACK = """
DROP VIEW insight_cases; DROP VIEW insight_counts; DROP VIEW insight_faces;
DROP TRIGGER insight_changed ON cases_case; DROP TRIGGER insight_went ON cases_case;
DROP TRIGGER insight_came ON cases_case;
DROP FUNCTION insight_case_changed(); DROP FUNCTION insight_case_went(); DROP FUNCTION insight_case_came();
"""


class Migration(migrations.Migration):
    dependencies = [("insight", "0001_initial"), ("cases", "0006_exports")]
    operations = [
        migrations.RunSQL(FORWARD, BACK),
    ]
