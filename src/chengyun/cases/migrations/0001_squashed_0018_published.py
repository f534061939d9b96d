"""Cases with their history that cannot be changed, and live messages that leave with the transaction.

POSITION: where an event stands among all transactions, also after the database was restored into a new cluster, where
transaction ids begin anew: the era is counted up (audit.begin_era), so that positions go on growing and seals neither
stop nor accuse falsely.

LIVE: a statement trigger tells listeners about every case that got an event: after commit, once per case, with the
units that may see it (chengyun.org.access.live_filter). Bulk imports set `chengyun.quiet` and tell once themselves.

ONCE: what left the platform is recorded for good: a record may be completed once and is never changed otherwise.

PAIRS: two cases that may be one matter are live while both are open; the trigger keeps that when a case ends or is
opened again, so that no action has to know of pairs.

STATISTICS: the planner learns that few cases are open and which of these are late.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import chengyun.cases.models.event
from chengyun.kernel.migrating import CreateModels

POSITION = """
CREATE SEQUENCE cases_era MINVALUE 0 START 0;
SELECT setval('cases_era', 0);
CREATE FUNCTION cases_position() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (SELECT last_value FROM cases_era) * 1099511627776 + pg_current_xact_id()::text::bigint
$$;
CREATE FUNCTION cases_horizon() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (SELECT last_value FROM cases_era) * 1099511627776 + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
$$;
"""
APPEND_ONLY = """
CREATE FUNCTION cases_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON cases_event
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON cases_event
  FOR EACH STATEMENT EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE ON cases_seal
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER unmask_append_only BEFORE UPDATE OR DELETE ON cases_unmaskrecord
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
"""
LIVE = """
CREATE FUNCTION cases_tell_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('chengyun.quiet', true) = 'on' THEN RETURN NULL; END IF;
  PERFORM pg_notify('chengyun_live', json_build_object(
      'type', 'case', 'number', c.number, 'state', c.state, 'action', e.action, 'seq', e.seq, 'at', e.at,
      'unit_ids', coalesce((SELECT json_agg(v.unit_id) FROM cases_casevisibility v WHERE v.case_id = c.id), '[]')
    )::text)
  FROM (SELECT DISTINCT ON (case_id) case_id, action, seq, at FROM made ORDER BY case_id, seq DESC) e
  JOIN cases_case c ON c.id = e.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER event_live AFTER INSERT ON cases_event REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION cases_tell_events();
CREATE FUNCTION cases_tell_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('chengyun_live', json_build_object(
      'type', 'notice', 'accounts', (SELECT json_agg(DISTINCT account_id) FROM made))::text)
  FROM (SELECT 1 FROM made LIMIT 1) any_made;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_live AFTER INSERT ON cases_notice REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION cases_tell_notices();
"""
ONCE = """
CREATE FUNCTION cases_complete_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.finished_at IS NULL AND NEW.finished_at IS NOT NULL
     AND (to_jsonb(NEW) - '{finished_at,complete,rows,size,digest}'::text[])
       = (to_jsonb(OLD) - '{finished_at,complete,rows,size,digest}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER export_append_only BEFORE UPDATE OR DELETE ON cases_exportrecord
  FOR EACH ROW EXECUTE FUNCTION cases_complete_once();
"""
PAIRS = """
CREATE FUNCTION cases_keep_likely() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE cases_likely l SET live = (l.decided = '' AND c.is_open AND o.is_open)
  FROM cases_case c, cases_case o
  WHERE c.id = l.case_id AND o.id = l.other_id AND (l.case_id = NEW.id OR l.other_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER case_keeps_likely AFTER UPDATE OF is_open ON cases_case
  FOR EACH ROW WHEN (OLD.is_open IS DISTINCT FROM NEW.is_open) EXECUTE FUNCTION cases_keep_likely();
"""
STATISTICS = """
CREATE STATISTICS case_open_states (mcv) ON is_open, state, due_status FROM cases_case;
CREATE STATISTICS visibility_open_states (mcv) ON is_open, due_status FROM cases_casevisibility;
"""
BACK = """
DROP STATISTICS case_open_states, visibility_open_states;
DROP TRIGGER case_keeps_likely ON cases_case; DROP FUNCTION cases_keep_likely();
DROP TRIGGER export_append_only ON cases_exportrecord; DROP FUNCTION cases_complete_once();
DROP TRIGGER notice_live ON cases_notice; DROP FUNCTION cases_tell_notices();
DROP TRIGGER event_live ON cases_event; DROP FUNCTION cases_tell_events();
DROP TRIGGER unmask_append_only ON cases_unmaskrecord;
DROP TRIGGER seal_append_only ON cases_seal;
DROP TRIGGER event_no_truncate ON cases_event; DROP TRIGGER event_append_only ON cases_event;
DROP FUNCTION cases_refuse_change();
"""


class Migration(migrations.Migration):

    replaces = [
        ('cases', '0001_initial'),
        ('cases', '0002_append_only_and_live'),
        ('cases', '0003_list_indexes'),
        ('cases', '0004_eras'),
        ('cases', '0005_requester_name_index'),
        ('cases', '0006_exports'),
        ('cases', '0007_conduct'),
        ('cases', '0008_acted_for'),
        ('cases', '0009_list_layout'),
        ('cases', '0010_audit_by_time'),
        ('cases', '0011_quiet_hours_and_digests'),
        ('cases', '0012_counting_indexes'),
        ('cases', '0013_place_index'),
        ('cases', '0014_what_repeats'),
        ('cases', '0015_signature_index'),
        ('cases', '0016_index_only'),
        ('cases', '0017_old_open_cases'),
        ('cases', '0018_published'),
    ]

    initial = True

    dependencies = [
        ('kernel', '0001_squashed_0002_rate_buckets'),
        ('org', '0001_squashed_0007_tokens_of_systems'),
        ('places', '0001_squashed_0002_grid_plans'),
    ]

    operations = [
        migrations.RunSQL(POSITION, "DROP FUNCTION cases_horizon(); DROP FUNCTION cases_position(); DROP SEQUENCE cases_era;"),
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Callback',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('round', models.SmallIntegerField(default=0)),
                        ('state', models.CharField(default='planned', max_length=12)),
                        ('planned_at', models.DateTimeField()),
                        ('attempts', models.SmallIntegerField(default=0)),
                        ('contacted', models.BooleanField(null=True)),
                        ('unit_contacted', models.BooleanField(null=True)),
                        ('solved', models.CharField(blank=True, default='', max_length=12)),
                        ('satisfaction', models.CharField(blank=True, default='', max_length=20)),
                        ('reasons', models.JSONField(default=list)),
                        ('comment', models.TextField(blank=True, default='')),
                        ('done_at', models.DateTimeField(null=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='callbacks', to='cases.case')),
                        ('for_case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state', 'planned')), fields=['planned_at'], name='callback_planned')],
                        'constraints': [models.UniqueConstraint(fields=('case', 'for_case', 'round'), name='callback_once_per_round')],
                    },
                ),
                migrations.CreateModel(
                    name='Case',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=32, unique=True)),
                        ('lifecycle', models.CharField(max_length=32)),
                        ('state', models.CharField(max_length=32)),
                        ('is_open', models.BooleanField(default=True)),
                        ('kind', models.CharField(max_length=32)),
                        ('title', models.CharField(max_length=120)),
                        ('channel', models.CharField(max_length=40)),
                        ('external_id', models.CharField(max_length=120, null=True)),
                        ('intake_digest', models.BinaryField(max_length=32, null=True)),
                        ('urgency', models.CharField(default='normal', max_length=16)),
                        ('flags', models.JSONField(default=list)),
                        ('address', models.CharField(blank=True, default='', max_length=200)),
                        ('lng', models.FloatField(null=True)),
                        ('lat', models.FloatField(null=True)),
                        ('crs', models.CharField(blank=True, default='', max_length=16)),
                        ('taker_id', models.BigIntegerField(null=True)),
                        ('next_due_at', models.DateTimeField(null=True)),
                        ('next_due_stage', models.CharField(blank=True, default='', max_length=32)),
                        ('next_warn_at', models.DateTimeField(null=True)),
                        ('due_status', models.SmallIntegerField(default=0)),
                        ('was_overdue', models.BooleanField(default=False)),
                        ('supervised', models.BooleanField(default=False)),
                        ('outcome', models.CharField(blank=True, default='', max_length=40)),
                        ('satisfaction', models.CharField(blank=True, default='', max_length=20)),
                        ('pending', models.CharField(blank=True, default='', max_length=20)),
                        ('return_count', models.SmallIntegerField(default=0)),
                        ('redo_count', models.SmallIntegerField(default=0)),
                        ('extension_count', models.SmallIntegerField(default=0)),
                        ('callers', models.IntegerField(default=1)),
                        ('review_date', models.DateField(null=True)),
                        ('facts', models.JSONField(default=dict)),
                        ('occurred_at', models.DateTimeField(null=True)),
                        ('received_at', models.DateTimeField()),
                        ('accepted_at', models.DateTimeField(null=True)),
                        ('dispatched_at', models.DateTimeField(null=True)),
                        ('closed_at', models.DateTimeField(null=True)),
                        ('updated_at', models.DateTimeField()),
                        ('version', models.IntegerField(default=1)),
                        ('event_count', models.IntegerField(default=0)),
                        ('head_hash', models.BinaryField(default=b'', max_length=32)),
                        ('area', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                        ('joined_to', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joined', to='cases.case')),
                        ('lead_unit', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('split_from', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='cases.case')),
                        ('subdistrict', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                        ('category', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.category')),
                        ('requester', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.requester')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('is_open', True)), fields=['state', 'next_due_at', 'id'], name='case_open_state_due'), models.Index(condition=models.Q(('is_open', True)), fields=['next_due_at', 'id'], name='case_open_due'), models.Index(fields=['lead_unit', '-received_at', '-id'], name='case_lead_received'), models.Index(fields=['category', '-received_at', '-id'], name='case_category_received'), models.Index(fields=['subdistrict', '-received_at', '-id'], name='case_subdistrict_received'), models.Index(condition=models.Q(('is_open', True)), fields=['due_status', 'next_due_at', 'id'], name='case_open_status_due'), models.Index(condition=models.Q(('is_open', True), ('supervised', True)), fields=['next_due_at', 'id'], name='case_supervised_due'), models.Index(condition=models.Q(('is_open', True), models.Q(('pending', ''), _negated=True)), fields=['next_due_at', 'id'], name='case_pending_due'), models.Index(condition=models.Q(('callers__gt', 1), ('is_open', True)), fields=['next_due_at', 'id'], name='case_matter_due'), models.Index(condition=models.Q(('joined_to__isnull', False)), fields=['joined_to'], name='case_joined_to'), models.Index(condition=models.Q(('split_from__isnull', False)), fields=['split_from'], name='case_split_from'), models.Index(condition=models.Q(('is_open', True), ('lng__isnull', False)), fields=['lng', 'lat'], name='case_open_place'), models.Index(fields=['lng', 'lat'], name='case_place'), models.Index(fields=['-received_at', '-id'], include=('channel', 'lead_unit', 'subdistrict', 'area', 'category', 'kind', 'joined_to', 'lng', 'lat'), name='case_received'), models.Index(condition=models.Q(('closed_at__isnull', False)), fields=['-closed_at', '-id'], include=('channel', 'lead_unit', 'subdistrict', 'area', 'category', 'kind', 'joined_to', 'state', 'was_overdue', 'satisfaction'), name='case_closed')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('external_id__isnull', False)), fields=('channel', 'external_id'), name='case_channel_external')],
                    },
                ),
                migrations.CreateModel(
                    name='Draft',
                    fields=[
                        ('id', models.UUIDField(primary_key=True, serialize=False)),
                        ('account_id', models.BigIntegerField(db_index=True)),
                        ('sealed', models.BinaryField()),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        'ordering': ['-updated_at'],
                    },
                ),
                migrations.CreateModel(
                    name='NumberCounter',
                    fields=[
                        ('key', models.CharField(max_length=20, primary_key=True, serialize=False)),
                        ('last', models.IntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Outcome',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('counts_as_solved', models.BooleanField(default=False)),
                        ('needs_reason', models.BooleanField(default=False)),
                        ('needs_review_date', models.BooleanField(default=False)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='RequestKind',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=32, unique=True)),
                        ('name', models.CharField(max_length=40)),
                        ('prefix', models.CharField(max_length=4)),
                        ('lifecycle', models.CharField(default='request', max_length=32)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ReturnReason',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=100)),
                        ('needs_basis', models.BooleanField(default=True)),
                        ('needs_suggestion', models.BooleanField(default=True)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='SavedView',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField(db_index=True)),
                        ('name', models.CharField(max_length=40)),
                        ('query', models.JSONField(default=dict)),
                        ('columns', models.JSONField(default=list)),
                        ('shared', models.BooleanField(default=False)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Seal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('from_tx', models.BigIntegerField(unique=True)),
                        ('to_tx', models.BigIntegerField()),
                        ('count', models.IntegerField()),
                        ('digest', models.BinaryField(max_length=32)),
                        ('at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'ordering': ['from_tx'],
                    },
                ),
                migrations.CreateModel(
                    name='Assignment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('role', models.CharField(default='lead', max_length=10)),
                        ('state', models.CharField(default='sent', max_length=16)),
                        ('note', models.TextField(blank=True, default='')),
                        ('reply', models.TextField(blank=True, default='')),
                        ('measures', models.TextField(blank=True, default='')),
                        ('redo', models.SmallIntegerField(default=0)),
                        ('must_handle', models.BooleanField(default=False)),
                        ('sent_at', models.DateTimeField()),
                        ('sent_by_id', models.BigIntegerField(null=True)),
                        ('acknowledged_at', models.DateTimeField(null=True)),
                        ('handler_id', models.BigIntegerField(null=True)),
                        ('contacted_at', models.DateTimeField(null=True)),
                        ('replied_at', models.DateTimeField(null=True)),
                        ('returned_at', models.DateTimeField(null=True)),
                        ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='cases.assignment')),
                        ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state__in', ('sent', 'acknowledged', 'returned'))), fields=['unit', 'state', 'case'], name='assignment_unit_open')],
                    },
                ),
                migrations.CreateModel(
                    name='CallbackAttempt',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('medium', models.CharField(max_length=10)),
                        ('contacted', models.BooleanField()),
                        ('note', models.CharField(blank=True, default='', max_length=500)),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('callback', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tries', to='cases.callback')),
                    ],
                ),
                migrations.CreateModel(
                    name='Approval',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=12)),
                        ('state', models.CharField(default='pending', max_length=10)),
                        ('request', models.JSONField(default=dict)),
                        ('asked_at', models.DateTimeField()),
                        ('asked_by_id', models.BigIntegerField(null=True)),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('decided_by_id', models.BigIntegerField(null=True)),
                        ('decision_note', models.TextField(blank=True, default='')),
                        ('assignment', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='cases.assignment')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='cases.case')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'pending')), fields=('case', 'kind', 'assignment'), name='one_pending_approval')],
                    },
                ),
                migrations.CreateModel(
                    name='CaseFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stage', models.CharField(default='intake', max_length=32)),
                        ('event_seq', models.IntegerField(default=1)),
                        ('caption', models.CharField(blank=True, default='', max_length=100)),
                        ('public', models.BooleanField(default=False)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='cases.case')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kernel.storedfile')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('case', 'file'), name='case_file_once')],
                    },
                ),
                migrations.CreateModel(
                    name='CaseVisibility',
                    fields=[
                        ('pk', models.CompositePrimaryKey('unit_id', 'case_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('received_at', models.DateTimeField()),
                        ('is_open', models.BooleanField(default=True)),
                        ('next_due_at', models.DateTimeField(null=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visibility', to='cases.case')),
                        ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='org.unit')),
                        ('due_status', models.SmallIntegerField(default=0)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['unit', '-received_at', '-case'], name='visibility_received'), models.Index(condition=models.Q(('is_open', True)), fields=['unit', 'next_due_at', 'case'], name='visibility_open_due')],
                    },
                ),
                migrations.CreateModel(
                    name='Category',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('lifecycle', models.CharField(db_index=True, default='request', max_length=32)),
                        ('path', models.CharField(db_index=True, default='', max_length=200)),
                        ('keywords', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('description', models.TextField(blank=True, default='')),
                        ('pinyin', models.CharField(blank=True, default='', max_length=300)),
                        ('initials', models.CharField(blank=True, default='', max_length=80)),
                        ('default_urgency', models.CharField(blank=True, default='', max_length=16)),
                        ('sort', models.IntegerField(default=0)),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='cases.category')),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='CallbackScript',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('medium', models.CharField(default='phone', max_length=16)),
                        ('text', models.TextField()),
                        ('questions', models.JSONField(blank=True, default=list)),
                        ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='cases.category')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('seq', models.IntegerField()),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor_name', models.CharField(max_length=80)),
                        ('actor_unit', models.CharField(blank=True, default='', max_length=80)),
                        ('action', models.CharField(max_length=40)),
                        ('from_state', models.CharField(blank=True, default='', max_length=32)),
                        ('to_state', models.CharField(max_length=32)),
                        ('payload', models.JSONField(default=dict)),
                        ('previous', models.BinaryField(max_length=32)),
                        ('hash', models.BinaryField(max_length=32)),
                        ('tx', models.BigIntegerField(db_default=chengyun.cases.models.event.Position())),
                        ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['tx', 'id'], name='event_tx')],
                        'constraints': [models.UniqueConstraint(fields=('case', 'seq'), name='event_case_seq')],
                    },
                ),
                migrations.CreateModel(
                    name='LimitPolicy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=60)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('lifecycle', models.CharField(max_length=32)),
                        ('condition', models.JSONField(blank=True, default=dict)),
                        ('stages', models.JSONField(default=list)),
                        ('is_default', models.BooleanField(default=False)),
                        ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.category')),
                    ],
                    options={
                        'ordering': ['code', 'version'],
                        'constraints': [models.UniqueConstraint(fields=('code', 'version'), name='limit_policy_code_version')],
                    },
                ),
                migrations.CreateModel(
                    name='Clock',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stage', models.CharField(max_length=32)),
                        ('state', models.CharField(default='running', max_length=10)),
                        ('amount', models.DecimalField(decimal_places=3, max_digits=8)),
                        ('extension', models.DecimalField(decimal_places=3, default=0, max_digits=8)),
                        ('unit', models.CharField(max_length=20)),
                        ('warn_share', models.FloatField(default=0.8)),
                        ('calendar_code', models.CharField(blank=True, default='', max_length=40)),
                        ('calendar_version', models.IntegerField(default=0)),
                        ('started_at', models.DateTimeField()),
                        ('pauses', models.JSONField(default=list)),
                        ('due_at', models.DateTimeField(null=True)),
                        ('warn_at', models.DateTimeField(null=True)),
                        ('stopped_at', models.DateTimeField(null=True)),
                        ('warned_at', models.DateTimeField(null=True)),
                        ('overdue_at', models.DateTimeField(null=True)),
                        ('escalation_level', models.SmallIntegerField(default=0)),
                        ('next_look_at', models.DateTimeField(null=True)),
                        ('assignment', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='cases.assignment')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clocks', to='cases.case')),
                        ('policy', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.limitpolicy')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state', 'running')), fields=['next_look_at'], name='clock_look')],
                    },
                ),
                migrations.CreateModel(
                    name='Notice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField()),
                        ('kind', models.CharField(max_length=32)),
                        ('text', models.CharField(max_length=300)),
                        ('visible_from', models.DateTimeField()),
                        ('read_at', models.DateTimeField(null=True)),
                        ('dedupe', models.CharField(max_length=120)),
                        ('case', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('read_at__isnull', True)), fields=['account_id', 'visible_from'], name='notice_unread'), models.Index(fields=['account_id', '-visible_from'], name='notice_all'), models.Index(condition=models.Q(('read_at__isnull', True)), fields=['visible_from'], name='notice_visible')],
                        'constraints': [models.UniqueConstraint(fields=('account_id', 'dedupe'), name='notice_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Precedent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('matter', models.CharField(max_length=200)),
                        ('basis', models.TextField()),
                        ('ruled_at', models.DateTimeField()),
                        ('ruled_by_id', models.BigIntegerField(null=True)),
                        ('is_active', models.BooleanField(default=True)),
                        ('area', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='cases.case')),
                        ('category', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.category')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                ),
                migrations.CreateModel(
                    name='Requester',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sealed', models.BinaryField()),
                        ('phone_index', models.BinaryField(max_length=16, null=True)),
                        ('id_index', models.BinaryField(max_length=16, null=True)),
                        ('name_mask', models.CharField(blank=True, default='', max_length=40)),
                        ('phone_mask', models.CharField(blank=True, default='', max_length=40)),
                        ('anonymous', models.BooleanField(default=False)),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('name_index', models.BinaryField(max_length=16, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('phone_index__isnull', False)), fields=['phone_index'], name='requester_phone'), models.Index(condition=models.Q(('id_index__isnull', False)), fields=['id_index'], name='requester_idno'), models.Index(condition=models.Q(('name_index__isnull', False)), fields=['name_index', '-id'], name='requester_name')],
                    },
                ),
                migrations.CreateModel(
                    name='UnmaskRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField(db_index=True)),
                        ('reason', models.CharField(max_length=200)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                        ('for_id', models.BigIntegerField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='unmask_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='CaseText',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='words', serialize=False, to='cases.case')),
                        ('text', models.TextField()),
                        ('search', django.contrib.postgres.search.SearchVectorField(null=True)),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=True, fields=['search'], name='casetext_search')],
                    },
                ),
                migrations.CreateModel(
                    name='ExportRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField(db_index=True)),
                        ('account_name', models.CharField(max_length=120)),
                        ('unit_id', models.BigIntegerField(null=True)),
                        ('format', models.CharField(max_length=8)),
                        ('clear', models.BooleanField(default=False)),
                        ('reason', models.CharField(max_length=200)),
                        ('query', models.JSONField(default=dict)),
                        ('words', models.TextField(blank=True, default='')),
                        ('columns', models.JSONField(default=list)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('complete', models.BooleanField(null=True)),
                        ('rows', models.IntegerField(null=True)),
                        ('size', models.BigIntegerField(null=True)),
                        ('digest', models.BinaryField(max_length=32, null=True)),
                        ('for_id', models.BigIntegerField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='export_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='LadderRung',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('stage', models.CharField(blank=True, default='', max_length=32)),
                        ('level', models.PositiveSmallIntegerField()),
                        ('amount', models.DecimalField(decimal_places=3, max_digits=8)),
                        ('unit', models.CharField(max_length=16)),
                        ('to', models.CharField(max_length=16)),
                    ],
                    options={
                        'ordering': ['stage', 'level'],
                    },
                ),
                migrations.CreateModel(
                    name='MessageTemplate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('text', models.CharField(max_length=200)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='StepSetting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('lifecycle', models.CharField(max_length=32)),
                        ('step', models.CharField(max_length=32)),
                        ('enabled', models.BooleanField(default=False)),
                        ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='cases.category')),
                    ],
                    options={
                        'ordering': ['lifecycle', 'step', 'id'],
                        'constraints': [models.UniqueConstraint(fields=('lifecycle', 'step', 'category'), name='step_setting_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='ListLayout',
                    fields=[
                        ('account_id', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('columns', models.JSONField(default=list)),
                    ],
                ),
                migrations.CreateModel(
                    name='Digest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField()),
                        ('cadence', models.CharField(max_length=8)),
                        ('start', models.DateTimeField()),
                        ('end', models.DateTimeField()),
                        ('made_at', models.DateTimeField()),
                        ('figures', models.JSONField(default=dict)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['account_id', '-id'], name='digest_of_account')],
                        'constraints': [models.UniqueConstraint(fields=('account_id', 'cadence', 'start'), name='digest_once')],
                    },
                ),
                migrations.CreateModel(
                    name='DigestSetting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('role', models.CharField(max_length=40)),
                        ('cadence', models.CharField(max_length=8)),
                        ('weekday', models.PositiveSmallIntegerField(default=1)),
                        ('at', models.CharField(default='08:30', max_length=5)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='QuietHours',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('role', models.CharField(max_length=40, unique=True)),
                        ('start', models.CharField(max_length=5)),
                        ('end', models.CharField(max_length=5)),
                        ('off_days', models.BooleanField(default=False)),
                    ],
                    options={
                        'ordering': ['role'],
                    },
                ),
                migrations.CreateModel(
                    name='RepeatPolicy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('lifecycle', models.CharField(max_length=32, unique=True)),
                        ('likely_days', models.PositiveSmallIntegerField(default=60)),
                        ('again_days', models.PositiveSmallIntegerField(default=90)),
                        ('auto_join', models.BooleanField(default=False)),
                        ('auto_score', models.PositiveSmallIntegerField(default=90)),
                    ],
                    options={
                        'ordering': ['lifecycle'],
                    },
                ),
                migrations.CreateModel(
                    name='Signature',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='signature', serialize=False, to='cases.case')),
                        ('bands', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), null=True, size=None)),
                        ('looked', models.BooleanField(default=False, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('looked', False)), fields=['case'], name='signature_unlooked'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('bands__isnull', False)), fields=['bands'], gin_pending_list_limit=256, name='signature_bands'), models.Index(condition=models.Q(('looked__isnull', True)), fields=['case'], name='signature_old')],
                    },
                ),
                migrations.CreateModel(
                    name='Likely',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('score', models.SmallIntegerField()),
                        ('reasons', models.JSONField(default=list)),
                        ('live', models.BooleanField(default=True)),
                        ('decided', models.CharField(blank=True, default='', max_length=12)),
                        ('decided_by_id', models.BigIntegerField(null=True)),
                        ('decided_by', models.CharField(blank=True, default='', max_length=80)),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('found_at', models.DateTimeField(auto_now_add=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='likely', to='cases.case')),
                        ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('live', True)), fields=['case'], name='likely_live')],
                        'constraints': [models.UniqueConstraint(fields=('case', 'other'), name='likely_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Published',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='published', serialize=False, to='cases.case')),
                        ('words', models.CharField(blank=True, default='', max_length=500)),
                        ('media_url', models.CharField(blank=True, default='', max_length=500)),
                        ('received_at', models.DateTimeField()),
                        ('updated_at', models.DateTimeField()),
                        ('at', models.DateTimeField()),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-received_at', '-case'], name='published_received'), models.Index(fields=['-updated_at', '-case'], name='published_updated')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(APPEND_ONLY + LIVE + ONCE + PAIRS + STATISTICS, BACK),
    ]
