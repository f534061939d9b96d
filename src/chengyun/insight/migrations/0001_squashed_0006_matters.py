"""Triggers that note what each change of a case means for the counts, and which case's words are to be read.

COUNTING: statement triggers for INSERT and DELETE (one row of differences for each group of a COPY), a row trigger
with a condition for UPDATE: an action that changes nothing that is counted costs one comparison. Counts by month also
tell how many cases are joined to another one, so that calls and matters stand side by side. Cases that are there
already are noted as differences.

READING: what comes in is noted for reading, in the writing transaction; severe words call the worker at once. A plain
insert into a table without unique keys: registrations never wait for each other. The pattern is only a sieve
(`insight.warnings.rules.severe_pattern`); the worker decides. Cases that are there already are read bit by bit.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

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
COUNTING = f"""
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
CREATE TRIGGER insight_came AFTER INSERT ON cases_case REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION insight_case_came();
CREATE TRIGGER insight_went AFTER DELETE ON cases_case REFERENCING OLD TABLE AS went
  FOR EACH STATEMENT EXECUTE FUNCTION insight_case_went();
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
{_noted('cases_case', '')}
"""
NOT_COUNTING = """
DROP VIEW insight_cases; DROP VIEW insight_counts; DROP VIEW insight_faces;
DROP TRIGGER insight_changed ON cases_case; DROP TRIGGER insight_went ON cases_case;
DROP TRIGGER insight_came ON cases_case;
DROP FUNCTION insight_case_changed(); DROP FUNCTION insight_case_went(); DROP FUNCTION insight_case_came();
"""
READING = """
CREATE FUNCTION insight_words_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO insight_unread (case_id) SELECT case_id FROM came;
  IF EXISTS (
    SELECT 1 FROM insight_severepattern s, came w JOIN cases_case c ON c.id = w.case_id
    WHERE s.pattern <> '' AND c.received_at > now() - interval '7 days' AND (c.title || ' ' || w.text) ~ s.pattern
  ) THEN
    INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('default', 'insight.read_now', '{}');
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION insight_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO insight_unread (case_id) VALUES (NEW.case_id);
  RETURN NULL;
END $$;
CREATE TRIGGER insight_words_came AFTER INSERT ON cases_casetext REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION insight_words_came();
CREATE TRIGGER insight_words_changed AFTER UPDATE ON cases_casetext
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION insight_words_changed();
INSERT INTO insight_severepattern (pattern) VALUES ('');
INSERT INTO insight_unread (case_id) SELECT case_id FROM cases_casetext ORDER BY case_id;
"""
NOT_READING = """
DROP TRIGGER insight_words_changed ON cases_casetext; DROP TRIGGER insight_words_came ON cases_casetext;
DROP FUNCTION insight_words_changed(); DROP FUNCTION insight_words_came();
"""


class Migration(migrations.Migration):

    replaces = [
        ('insight', '0001_initial'),
        ('insight', '0002_counting'),
        ('insight', '0003_warnings_and_words'),
        ('insight', '0004_reading'),
        ('insight', '0005_hot'),
        ('insight', '0006_matters'),
    ]

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='BoardLayout',
                    fields=[
                        ('account_id', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('panels', models.JSONField(default=list)),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Difference',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('axis', models.CharField(max_length=1)),
                        ('day', models.DateField()),
                        ('hour', models.SmallIntegerField()),
                        ('channel', models.CharField(max_length=40)),
                        ('unit_id', models.BigIntegerField(null=True)),
                        ('subdistrict_id', models.BigIntegerField(null=True)),
                        ('category_id', models.BigIntegerField(null=True)),
                        ('cases', models.IntegerField()),
                        ('late', models.IntegerField()),
                        ('satisfied', models.IntegerField()),
                        ('basically', models.IntegerField()),
                        ('dissatisfied', models.IntegerField()),
                        ('joined', models.IntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='MonthCount',
                    fields=[
                        ('pk', models.CompositePrimaryKey('axis', 'month', 'face', 'key', 'channel', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('axis', models.CharField(max_length=1)),
                        ('month', models.DateField()),
                        ('face', models.CharField(max_length=12)),
                        ('key', models.BigIntegerField()),
                        ('channel', models.CharField(max_length=40)),
                        ('cases', models.IntegerField()),
                        ('late', models.IntegerField()),
                        ('satisfied', models.IntegerField()),
                        ('basically', models.IntegerField()),
                        ('dissatisfied', models.IntegerField()),
                        ('joined', models.IntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Recount',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('counts', models.IntegerField()),
                        ('wrong', models.IntegerField()),
                        ('differences', models.JSONField(default=list)),
                    ],
                    options={
                        'ordering': ['-at'],
                    },
                ),
                migrations.CreateModel(
                    name='SeverePattern',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('pattern', models.TextField(default='')),
                    ],
                ),
                migrations.CreateModel(
                    name='Unread',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('case_id', models.BigIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='WarningRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('nature', models.CharField(max_length=12)),
                        ('level', models.CharField(max_length=8)),
                        ('way', models.CharField(max_length=8)),
                        ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('unless', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('flags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None)),
                        ('place', models.CharField(default='community', max_length=12)),
                        ('by_category', models.BooleanField(default=True)),
                        ('minimum', models.PositiveIntegerField(default=1)),
                        ('hours', models.PositiveSmallIntegerField(default=24)),
                        ('risk', models.FloatField(blank=True, null=True)),
                        ('advice', models.CharField(blank=True, default='', max_length=300)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='Word',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('word', models.CharField(max_length=20, unique=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='WordDay',
                    fields=[
                        ('pk', models.CompositePrimaryKey('day', 'word_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('day', models.DateField()),
                        ('word_id', models.IntegerField()),
                        ('cases', models.IntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='CaseWords',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                        ('day', models.DateField()),
                        ('words', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list, size=None)),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=True, fields=['words'], name='casewords_words'), models.Index(fields=['day'], name='casewords_day')],
                    },
                ),
                migrations.CreateModel(
                    name='EarlyWarning',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('matter', models.CharField(max_length=120)),
                        ('title', models.CharField(max_length=160)),
                        ('nature', models.CharField(max_length=12)),
                        ('level', models.SmallIntegerField()),
                        ('state', models.CharField(default='open', max_length=12)),
                        ('version', models.IntegerField(default=1)),
                        ('rules', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('evidence', models.JSONField(default=list)),
                        ('advice', models.CharField(blank=True, default='', max_length=300)),
                        ('category_id', models.BigIntegerField(null=True)),
                        ('area_id', models.BigIntegerField(null=True)),
                        ('cases', models.IntegerField(default=0)),
                        ('told_cases', models.IntegerField(default=0)),
                        ('opened_at', models.DateTimeField()),
                        ('last_at', models.DateTimeField()),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('decided_by_id', models.BigIntegerField(null=True)),
                        ('decided_by', models.CharField(blank=True, default='', max_length=120)),
                        ('reason', models.CharField(blank=True, default='', max_length=20)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-opened_at', '-id'], name='warning_by_time'), models.Index(condition=models.Q(('state', 'open')), fields=['level', '-last_at'], name='warning_open'), models.Index(fields=['matter', '-id'], name='warning_matter'), models.Index(condition=models.Q(('decided_at__isnull', False)), fields=['-decided_at'], name='warning_decided')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('matter',), name='warning_one_open')],
                    },
                ),
                migrations.CreateModel(
                    name='WarningCase',
                    fields=[
                        ('pk', models.CompositePrimaryKey('warning_id', 'case_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('rule', models.CharField(max_length=40)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('warning', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='members', to='insight.earlywarning')),
                    ],
                ),
                migrations.CreateModel(
                    name='WarningStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                        ('action', models.CharField(max_length=16)),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('detail', models.JSONField(default=dict)),
                        ('warning', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='insight.earlywarning')),
                    ],
                ),
                migrations.CreateModel(
                    name='WordHit',
                    fields=[
                        ('pk', models.CompositePrimaryKey('rule', 'case_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('rule', models.CharField(max_length=40)),
                        ('term', models.CharField(max_length=40)),
                        ('at', models.DateTimeField(db_index=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                    ],
                ),
                migrations.CreateModel(
                    name='HotIssue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=120)),
                        ('place', models.CharField(blank=True, default='', max_length=80)),
                        ('named', models.BooleanField(default=False)),
                        ('hidden', models.BooleanField(default=False)),
                        ('words', models.JSONField(default=list)),
                        ('matters', models.IntegerField(default=0)),
                        ('callers', models.IntegerField(default=0)),
                        ('category_id', models.BigIntegerField(null=True)),
                        ('area_id', models.BigIntegerField(null=True)),
                        ('lng', models.FloatField(null=True)),
                        ('lat', models.FloatField(null=True)),
                        ('first_at', models.DateTimeField()),
                        ('last_at', models.DateTimeField()),
                        ('titled_matters', models.IntegerField(default=0)),
                        ('version', models.IntegerField(default=1)),
                        ('created_at', models.DateTimeField()),
                        ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='insight.hotissue')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-last_at'], name='hot_last')],
                    },
                ),
                migrations.CreateModel(
                    name='HotHeat',
                    fields=[
                        ('pk', models.CompositePrimaryKey('issue_id', 'days', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('days', models.SmallIntegerField()),
                        ('rank', models.IntegerField()),
                        ('heat', models.FloatField()),
                        ('parts', models.JSONField(default=list)),
                        ('matters', models.IntegerField()),
                        ('before', models.IntegerField()),
                        ('state', models.CharField(max_length=8)),
                        ('trend', models.JSONField(default=list)),
                        ('issue', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='heats', to='insight.hotissue')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['days', 'rank'], name='hotheat_rank')],
                    },
                ),
                migrations.CreateModel(
                    name='HotCase',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                        ('at', models.DateTimeField()),
                        ('sensitive', models.BooleanField(default=False)),
                        ('kept', models.BooleanField(default=False)),
                        ('issue', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='members', to='insight.hotissue')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['issue', 'at'], name='hotcase_issue'), models.Index(fields=['at'], name='hotcase_at')],
                    },
                ),
                migrations.CreateModel(
                    name='HotRun',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('start', models.DateTimeField()),
                        ('end', models.DateTimeField()),
                        ('state', models.CharField(default='waiting', max_length=8)),
                        ('asked_by_id', models.BigIntegerField(null=True)),
                        ('asked_by', models.CharField(max_length=120)),
                        ('asked_at', models.DateTimeField()),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('cases', models.IntegerField(default=0)),
                        ('issues', models.IntegerField(default=0)),
                        ('seconds', models.FloatField(default=0)),
                        ('said', models.CharField(blank=True, default='', max_length=400)),
                        ('ranking', models.JSONField(default=list)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-asked_at'], name='hotrun_asked')],
                    },
                ),
                migrations.CreateModel(
                    name='HotStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                        ('action', models.CharField(max_length=12)),
                        ('note', models.CharField(blank=True, default='', max_length=400)),
                        ('detail', models.JSONField(default=dict)),
                        ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='insight.hotissue')),
                    ],
                ),
            ],
        ),
        migrations.RunSQL(COUNTING, NOT_COUNTING),
        migrations.RunSQL(READING, NOT_READING),
    ]
