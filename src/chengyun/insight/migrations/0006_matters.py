"""Counts by month also tell how many cases are joined to another one, so that calls and matters stand side by side.

The functions and views of 0002, with one measure more; what is there already is counted anew.
"""

from django.db import migrations, models

_DONE = "('closed', 'rated', 'archived')"
_ZONE = "'Asia/Shanghai'"
_MARKS = ("satisfied", "basically", "dissatisfied")
_COLUMNS = (
    "axis, day, hour, channel, unit_id, subdistrict_id, category_id,"
    " cases, late, satisfied, basically, dissatisfied, joined"
)
_INTO = f"INSERT INTO insight_difference ({_COLUMNS})"


def _noted(source, sign):
    """INSERT of the differences for the cases of `source`."""

    def at(column):
        moment = f"c.{column} AT TIME ZONE {_ZONE}"
        return f"({moment})::date, extract(hour FROM {moment}), c.channel, c.lead_unit_id, c.subdistrict_id, c.category_id"

    joined = f"{sign} count(*) FILTER (WHERE c.joined_to_id IS NOT NULL)"
    marks = ", ".join(f"{sign} count(*) FILTER (WHERE c.satisfaction = '{mark}')" for mark in _MARKS)
    return f"""
  {_INTO} SELECT 'r', {at('received_at')}, {sign} count(*), 0, 0, 0, 0, {joined}
  FROM {source} c GROUP BY 1, 2, 3, 4, 5, 6, 7;
  {_INTO} SELECT 'c', {at('closed_at')}, {sign} count(*), {sign} count(*) FILTER (WHERE c.was_overdue), {marks}, {joined}
  FROM {source} c WHERE c.state IN {_DONE} AND c.closed_at IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;"""


def _of(row, sign, axis):
    """One row of differences for OLD or NEW."""
    at = f"{row}.{'received_at' if axis == 'r' else 'closed_at'} AT TIME ZONE {_ZONE}"
    tests = [f"{row}.was_overdue", *(f"{row}.satisfaction = '{mark}'" for mark in _MARKS)]
    marks = ["0"] * 4 if axis == "r" else [f"{sign}({test})::int" for test in tests]
    marks.append(f"{sign}({row}.joined_to_id IS NOT NULL)::int")
    return (
        f"('{axis}', ({at})::date, extract(hour FROM {at}), {row}.channel, {row}.lead_unit_id, {row}.subdistrict_id,"
        f" {row}.category_id, {sign}1, {', '.join(marks)})"
    )


def _differs(columns):
    return f"({columns.format(r='OLD')}) IS DISTINCT FROM ({columns.format(r='NEW')})"


_PLACE = "{r}.channel, {r}.lead_unit_id, {r}.subdistrict_id, {r}.category_id, ({r}.joined_to_id IS NULL)"
_CLOSED = "({r}.state IN " + _DONE + " AND {r}.closed_at IS NOT NULL)"
_MOVED = _differs(_PLACE + ", {r}.received_at")
_MARKED = (
    f"({_CLOSED.format(r='OLD')} OR {_CLOSED.format(r='NEW')}) AND "
    + _differs(_PLACE + ", {r}.closed_at, {r}.was_overdue, {r}.satisfaction, " + _CLOSED)
)
_MEASURES = "cases, late, satisfied, basically, dissatisfied, joined"

FORWARD = f"""
DROP VIEW insight_cases; DROP VIEW insight_counts; DROP VIEW insight_faces;
DROP TRIGGER insight_changed ON cases_case;
CREATE OR REPLACE FUNCTION insight_case_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {_noted('came', '')}
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION insight_case_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {_noted('went', '-')}
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION insight_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {_MOVED} THEN
    {_INTO} VALUES {_of('OLD', '-', 'r')}, {_of('NEW', '', 'r')};
  END IF;
  IF {_MARKED} THEN
    IF {_CLOSED.format(r='OLD')} THEN
      {_INTO} VALUES {_of('OLD', '-', 'c')};
    END IF;
    IF {_CLOSED.format(r='NEW')} THEN
      {_INTO} VALUES {_of('NEW', '', 'c')};
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER insight_changed AFTER UPDATE ON cases_case FOR EACH ROW WHEN ({_MOVED} OR {_MARKED})
  EXECUTE FUNCTION insight_case_changed();

CREATE VIEW insight_faces AS
  SELECT d.axis, date_trunc('month', d.day)::date AS month, f.face, f.key, d.channel,
      d.cases, d.late, d.satisfied, d.basically, d.dissatisfied, d.joined
  FROM insight_difference d CROSS JOIN LATERAL (VALUES
    ('unit', coalesce(d.unit_id, 0)), ('subdistrict', coalesce(d.subdistrict_id, 0)),
    ('category', coalesce(d.category_id, 0)), ('hour', d.hour::bigint), ('day', (d.day - date '2000-01-01')::bigint)
  ) f (face, key);
CREATE VIEW insight_counts AS
  SELECT axis, month, face, key, channel, {_MEASURES} FROM insight_monthcount
  UNION ALL
  SELECT axis, month, face, key, channel, {_MEASURES} FROM insight_faces;
CREATE VIEW insight_cases AS
  SELECT 'r'::text AS axis, (received_at AT TIME ZONE {_ZONE})::date AS day,
      extract(hour FROM received_at AT TIME ZONE {_ZONE})::bigint AS hour, channel, lead_unit_id, subdistrict_id,
      category_id, false AS late, ''::text AS satisfaction, joined_to_id IS NOT NULL AS joined
  FROM cases_case
  UNION ALL
  SELECT 'c', (closed_at AT TIME ZONE {_ZONE})::date, extract(hour FROM closed_at AT TIME ZONE {_ZONE})::bigint,
      channel, lead_unit_id, subdistrict_id, category_id, was_overdue, satisfaction, joined_to_id IS NOT NULL
  FROM cases_case WHERE state IN {_DONE} AND closed_at IS NOT NULL;
"""


def count(apps, schema_editor):
    from chengyun.insight import counting

    counting.put_right()


class Migration(migrations.Migration):
    dependencies = [("insight", "0005_hot"), ("cases", "0016_index_only")]
    operations = [
        migrations.AddField("difference", "joined", models.IntegerField(default=0), preserve_default=False),
        migrations.AddField("monthcount", "joined", models.IntegerField(default=0), preserve_default=False),
        migrations.RunSQL(FORWARD),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
