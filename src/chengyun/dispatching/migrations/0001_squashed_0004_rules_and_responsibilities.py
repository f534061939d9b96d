"""Triggers: which cases wait for a proposal, who was given a case first, and what became of it; the past filled in.

A case must never fail because of them, so that asking for a worker is tried and given up in silence (a job looks
every minute anyway). Whoever asks takes an advisory lock: registrations do not wait for each other. The job has a
lock too: no two workers look at the same cases.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

FORWARD = """
CREATE FUNCTION dispatching_ask() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF pg_try_advisory_xact_lock(hashtext('chengyun.dispatching.ask')) THEN
    INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args)
    VALUES ('default', 'dispatching.propose', 0, 'dispatching.propose', 'dispatching.propose', '{}')
    ON CONFLICT DO NOTHING;
  END IF;
EXCEPTION WHEN OTHERS THEN NULL;
END $$;

CREATE FUNCTION dispatching_case_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dispatching_waiting (case_id, since, attempts)
  SELECT id, now(), 0 FROM came WHERE is_open ON CONFLICT (case_id) DO NOTHING;
  IF FOUND THEN PERFORM dispatching_ask(); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_came AFTER INSERT ON cases_case REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION dispatching_case_came();

CREATE FUNCTION dispatching_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dispatching_waiting (case_id, since, attempts) VALUES (NEW.id, now(), 0)
  ON CONFLICT (case_id) DO UPDATE SET since = now(), attempts = 0;
  PERFORM dispatching_ask();
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_changed AFTER UPDATE ON cases_case FOR EACH ROW
  WHEN (NEW.is_open AND NEW.dispatched_at IS NULL AND (
    (OLD.state, OLD.category_id, OLD.title, OLD.address, OLD.area_id, OLD.kind, OLD.urgency, OLD.lng, OLD.lat)
    IS DISTINCT FROM
    (NEW.state, NEW.category_id, NEW.title, NEW.address, NEW.area_id, NEW.kind, NEW.urgency, NEW.lng, NEW.lat)))
  EXECUTE FUNCTION dispatching_case_changed();

CREATE FUNCTION dispatching_case_dispatched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dispatching_firstdispatch (case_id, unit_id, category_id, at, by_id, moved, taken_back)
  SELECT DISTINCT ON (g.case_id) g.case_id, g.unit_id, c.category_id, g.sent_at, g.sent_by_id, false, false
  FROM given g JOIN cases_case c ON c.id = g.case_id WHERE g.role = 'lead' AND g.parent_id IS NULL
  ORDER BY g.case_id, g.id
  ON CONFLICT (case_id) DO UPDATE SET taken_back = false,
    moved = dispatching_firstdispatch.moved OR dispatching_firstdispatch.unit_id <> EXCLUDED.unit_id;
  UPDATE dispatching_proposal p SET final_unit_id = f.unit_id, decided_at = f.at, decided_by_id = f.by_id
  FROM given g JOIN dispatching_firstdispatch f ON f.case_id = g.case_id
  WHERE p.case_id = g.case_id AND p.decided_at IS NULL AND g.role = 'lead' AND g.parent_id IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_given AFTER INSERT ON cases_assignment REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION dispatching_case_dispatched();

CREATE FUNCTION dispatching_case_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dispatching_firstdispatch SET category_id = NEW.category_id, taken_back = NEW.lead_unit_id IS NULL
  WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_moved AFTER UPDATE ON cases_case FOR EACH ROW
  WHEN (OLD.category_id IS DISTINCT FROM NEW.category_id
    OR (OLD.lead_unit_id IS NOT NULL AND NEW.lead_unit_id IS NULL))
  EXECUTE FUNCTION dispatching_case_moved();

INSERT INTO dispatching_firstdispatch (case_id, unit_id, category_id, at, by_id, moved, taken_back)
SELECT a.case_id, (array_agg(a.unit_id ORDER BY a.id))[1], min(c.category_id), min(a.sent_at),
  (array_agg(a.sent_by_id ORDER BY a.id))[1], count(DISTINCT a.unit_id) > 1, bool_and(c.lead_unit_id IS NULL)
FROM cases_assignment a JOIN cases_case c ON c.id = a.case_id
WHERE a.role = 'lead' AND a.parent_id IS NULL GROUP BY a.case_id;
INSERT INTO dispatching_waiting (case_id, since, attempts)
SELECT id, now(), 0 FROM cases_case WHERE is_open AND dispatched_at IS NULL;
"""
BACK = """
DROP TRIGGER dispatching_moved ON cases_case; DROP TRIGGER dispatching_given ON cases_assignment;
DROP TRIGGER dispatching_changed ON cases_case; DROP TRIGGER dispatching_came ON cases_case;
DROP FUNCTION dispatching_case_moved(); DROP FUNCTION dispatching_case_dispatched();
DROP FUNCTION dispatching_case_changed(); DROP FUNCTION dispatching_case_came(); DROP FUNCTION dispatching_ask();
"""


class Migration(migrations.Migration):

    replaces = [
        ('dispatching', '0001_initial'),
        ('dispatching', '0002_kept_by_triggers'),
        ('dispatching', '0003_sure'),
        ('dispatching', '0004_rules_and_responsibilities'),
    ]

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('org', '0001_squashed_0007_tokens_of_systems'),
        ('procrastinate', '0041_post_retry_failed_job'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Acting',
                    fields=[
                        ('category', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='cases.category')),
                        ('active', models.BooleanField(default=False)),
                        ('cut', models.FloatField(null=True)),
                        ('precision', models.FloatField(null=True)),
                        ('coverage', models.FloatField(null=True)),
                        ('fitted_on', models.IntegerField(default=0)),
                        ('checked_at', models.DateTimeField(null=True)),
                        ('checked', models.JSONField(default=dict)),
                        ('switched_at', models.DateTimeField(null=True)),
                        ('switched_by', models.CharField(blank=True, default='', max_length=80)),
                        ('stopped_at', models.DateTimeField(null=True)),
                        ('stopped_why', models.CharField(blank=True, default='', max_length=300)),
                    ],
                ),
                migrations.CreateModel(
                    name='SourceRecord',
                    fields=[
                        ('pk', models.CompositePrimaryKey('source', 'ref', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('source', models.CharField(max_length=20)),
                        ('ref', models.CharField(blank=True, default='', max_length=120)),
                        ('asked', models.IntegerField(default=0)),
                        ('hits', models.IntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Waiting',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='cases.case')),
                        ('since', models.DateTimeField()),
                        ('attempts', models.SmallIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='FirstDispatch',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='first_dispatch', serialize=False, to='cases.case')),
                        ('unit_id', models.BigIntegerField()),
                        ('category_id', models.BigIntegerField(null=True)),
                        ('at', models.DateTimeField()),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('moved', models.BooleanField(default=False)),
                        ('taken_back', models.BooleanField(default=False)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['at'], include=('unit_id', 'category_id', 'moved', 'taken_back', 'case'), name='first_dispatch_at'), models.Index(fields=['unit_id', 'at'], name='first_dispatch_unit'), models.Index(fields=['category_id', 'at'], name='first_dispatch_category')],
                    },
                ),
                migrations.CreateModel(
                    name='ModelVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('state', models.CharField(default='training', max_length=12)),
                        ('started_at', models.DateTimeField()),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('started_by_id', models.BigIntegerField(null=True)),
                        ('started_by', models.CharField(max_length=80)),
                        ('folder', models.CharField(blank=True, default='', max_length=80)),
                        ('cases', models.IntegerField(default=0)),
                        ('card', models.JSONField(default=dict)),
                        ('note', models.CharField(blank=True, default='', max_length=500)),
                        ('promoted_at', models.DateTimeField(null=True)),
                        ('promoted_by', models.CharField(blank=True, default='', max_length=80)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('state',), name='model_one_runs')],
                    },
                ),
                migrations.CreateModel(
                    name='Proposal',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='proposal', serialize=False, to='cases.case')),
                        ('made_at', models.DateTimeField()),
                        ('category_id', models.BigIntegerField(null=True)),
                        ('units', models.JSONField(default=list)),
                        ('categories', models.JSONField(default=list)),
                        ('similar', models.JSONField(default=list)),
                        ('sources', models.JSONField(default=dict)),
                        ('top_unit_id', models.BigIntegerField(null=True)),
                        ('confidence', models.FloatField(null=True)),
                        ('alone', models.BooleanField(default=False)),
                        ('final_unit_id', models.BigIntegerField(null=True)),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('decided_by_id', models.BigIntegerField(null=True)),
                        ('version', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to='dispatching.modelversion')),
                        ('sure', models.FloatField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('decided_at__isnull', False)), fields=['decided_at'], name='proposal_decided'), models.Index(condition=models.Q(('decided_at__isnull', False)), fields=['category_id', 'decided_at'], name='proposal_category_decided')],
                    },
                ),
                migrations.CreateModel(
                    name='DispatchRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('position', models.IntegerField(default=0)),
                        ('expression', models.TextField()),
                        ('target', models.CharField(default='unit', max_length=12)),
                        ('co_units', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('urgency', models.CharField(blank=True, default='', max_length=16)),
                        ('enabled', models.BooleanField(default=False)),
                        ('version', models.IntegerField(default=1)),
                        ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.category')),
                        ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'ordering': ['position', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='Responsibility',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=60, unique=True)),
                        ('matter', models.CharField(blank=True, default='', max_length=200)),
                        ('area_code', models.CharField(blank=True, default='', max_length=40)),
                        ('target', models.CharField(default='unit', max_length=12)),
                        ('co_units', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('document', models.CharField(max_length=300)),
                        ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.category')),
                        ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='RuleAlarm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('subject', models.CharField(max_length=16)),
                        ('code', models.CharField(max_length=60)),
                        ('name', models.CharField(blank=True, default='', max_length=200)),
                        ('faults', models.JSONField(default=list)),
                        ('since', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('subject', 'code'), name='rule_alarm_once')],
                    },
                ),
                migrations.CreateModel(
                    name='RuleTrial',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                        ('rule', models.CharField(blank=True, default='', max_length=40)),
                        ('digest', models.CharField(max_length=40)),
                        ('content', models.JSONField(default=dict)),
                        ('account_id', models.BigIntegerField(null=True)),
                        ('account_name', models.CharField(blank=True, default='', max_length=80)),
                        ('state', models.CharField(default='queued', max_length=8)),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField()),
                        ('looked', models.IntegerField(default=0)),
                        ('total', models.IntegerField(default=0)),
                        ('counts', models.JSONField(default=dict)),
                        ('units', models.JSONField(default=list)),
                        ('groups', models.JSONField(default=dict)),
                        ('created_at', models.DateTimeField()),
                        ('finished_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state', 'done')), fields=['digest'], name='rule_trial_digest'), models.Index(fields=['rule', '-created_at'], name='rule_trial_rule')],
                    },
                ),
                migrations.CreateModel(
                    name='PrecedentMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('holds', models.BooleanField()),
                        ('why', models.CharField(max_length=500)),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('at', models.DateTimeField()),
                        ('precedent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='cases.precedent')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['precedent', '-at'], name='precedent_mark')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(FORWARD, BACK),
    ]
