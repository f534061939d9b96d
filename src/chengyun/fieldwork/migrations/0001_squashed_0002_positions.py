"""Positions in month partitions; what was recorded is not changed."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

FORWARD = """
CREATE TABLE fieldwork_position (
  patrol_id bigint NOT NULL,
  at timestamptz NOT NULL,
  seq integer NOT NULL,
  lng double precision NOT NULL,
  lat double precision NOT NULL,
  accuracy double precision,
  speed double precision,
  battery smallint,
  marks smallint NOT NULL DEFAULT 0,
  grid_id bigint,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (patrol_id, at, seq)
) PARTITION BY RANGE (at);
CREATE TABLE fieldwork_position_stray PARTITION OF fieldwork_position DEFAULT;
CREATE TRIGGER position_kept BEFORE UPDATE OR DELETE ON fieldwork_position
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER pointcheck_kept BEFORE UPDATE ON fieldwork_pointcheck
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER callstep_kept BEFORE UPDATE ON fieldwork_callstep
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER handsetuse_kept BEFORE UPDATE ON fieldwork_handsetuse
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER tracklook_kept BEFORE UPDATE OR DELETE ON fieldwork_tracklook
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
ALTER TABLE fieldwork_lastposition SET (fillfactor = 50);
"""
BACKWARD = "DROP TABLE fieldwork_position CASCADE;"


def months(apps, schema_editor):
    from chengyun.fieldwork import partitions

    for ahead in range(-1, partitions.AHEAD + 1):
        partitions.make(partitions.month_after(partitions.timezone.localdate().replace(day=1), ahead))


class Migration(migrations.Migration):

    replaces = [
        ('fieldwork', '0001_initial'),
        ('fieldwork', '0002_positions'),
    ]

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('org', '0001_squashed_0007_tokens_of_systems'),
        ('places', '0001_squashed_0002_grid_plans'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='CallLimit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=40)),
                        ('urgency', models.CharField(max_length=10)),
                        ('respond_amount', models.DecimalField(decimal_places=3, max_digits=8)),
                        ('arrive_amount', models.DecimalField(decimal_places=3, max_digits=8)),
                        ('unit', models.CharField(max_length=16)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='FieldRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('value', models.FloatField()),
                        ('unit', models.CharField(blank=True, default='', max_length=20)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='CallUp',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('uid', models.UUIDField(unique=True)),
                        ('number', models.CharField(max_length=32, unique=True)),
                        ('matter', models.CharField(max_length=120)),
                        ('detail', models.TextField(blank=True, default='')),
                        ('urgency', models.CharField(default='normal', max_length=10)),
                        ('state', models.CharField(max_length=10)),
                        ('version', models.IntegerField(default=1)),
                        ('started_by_id', models.BigIntegerField(null=True)),
                        ('started_by', models.CharField(max_length=120)),
                        ('started_at', models.DateTimeField()),
                        ('received_at', models.DateTimeField()),
                        ('called_at', models.DateTimeField(null=True)),
                        ('lng', models.FloatField(null=True)),
                        ('lat', models.FloatField(null=True)),
                        ('address', models.CharField(blank=True, default='', max_length=200)),
                        ('conclusion', models.TextField(blank=True, default='')),
                        ('solved', models.BooleanField(null=True)),
                        ('concluded_at', models.DateTimeField(null=True)),
                        ('closed_at', models.DateTimeField(null=True)),
                        ('by_unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-started_at', '-id'], name='callup_time'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['-started_at', '-id'], name='callup_open')],
                    },
                ),
                migrations.CreateModel(
                    name='CallStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('uid', models.UUIDField(unique=True)),
                        ('at', models.DateTimeField()),
                        ('received_at', models.DateTimeField()),
                        ('action', models.CharField(max_length=10)),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('detail', models.JSONField(default=dict)),
                        ('to', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='fieldwork.callup')),
                    ],
                ),
                migrations.CreateModel(
                    name='CallPart',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('state', models.CharField(default='called', max_length=10)),
                        ('calendar_code', models.CharField(blank=True, default='', max_length=40)),
                        ('called_at', models.DateTimeField()),
                        ('respond_due', models.DateTimeField()),
                        ('arrive_due', models.DateTimeField()),
                        ('responded_at', models.DateTimeField(null=True)),
                        ('responded_by', models.CharField(blank=True, default='', max_length=120)),
                        ('arrived_at', models.DateTimeField(null=True)),
                        ('arrived_by', models.CharField(blank=True, default='', max_length=120)),
                        ('arrived_lng', models.FloatField(null=True)),
                        ('arrived_lat', models.FloatField(null=True)),
                        ('arrived_m', models.FloatField(null=True)),
                        ('late_told', models.CharField(blank=True, default='', max_length=10)),
                        ('stars', models.SmallIntegerField(null=True)),
                        ('rated_at', models.DateTimeField(null=True)),
                        ('rating_note', models.CharField(blank=True, default='', max_length=300)),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='fieldwork.callup')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['to', '-called_at'], name='callpart_unit'), models.Index(condition=models.Q(('state__in', ('called', 'coming'))), fields=['respond_due'], name='callpart_waiting'), models.Index(condition=models.Q(('stars__isnull', False)), fields=['rated_at'], name='callpart_rated')],
                        'constraints': [models.UniqueConstraint(fields=('call', 'to'), name='callpart_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Handset',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('model', models.CharField(blank=True, default='', max_length=60)),
                        ('work_number', models.CharField(blank=True, default='', max_length=20)),
                        ('imei', models.CharField(blank=True, default='', max_length=20)),
                        ('bought_on', models.DateField(blank=True, null=True)),
                        ('replace_on', models.DateField(blank=True, null=True)),
                        ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                        ('area_code', models.CharField(blank=True, default='', max_length=40)),
                        ('state', models.CharField(default='store', max_length=10)),
                        ('holder', models.CharField(blank=True, default='', max_length=120)),
                        ('since', models.DateTimeField(null=True)),
                        ('version', models.IntegerField(default=1)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['code'],
                        'indexes': [models.Index(fields=['state', 'code'], name='handset_state')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('work_number', ''), _negated=True), fields=('work_number',), name='handset_number_once'), models.UniqueConstraint(condition=models.Q(('state', 'used')), fields=('account',), name='handset_one_a_person')],
                    },
                ),
                migrations.CreateModel(
                    name='HandsetSurvey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('period', models.CharField(max_length=7)),
                        ('answers', models.JSONField(default=dict)),
                        ('satisfied', models.BooleanField()),
                        ('note', models.CharField(blank=True, default='', max_length=500)),
                        ('at', models.DateTimeField()),
                        ('by', models.CharField(max_length=120)),
                        ('account_id', models.BigIntegerField(null=True)),
                        ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('period', 'area'), name='handset_survey_once')],
                    },
                ),
                migrations.CreateModel(
                    name='HandsetUsage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.CharField(max_length=7)),
                        ('sms', models.IntegerField(default=0)),
                        ('minutes', models.FloatField(default=0)),
                        ('calls', models.IntegerField(default=0)),
                        ('connected', models.IntegerField(default=0)),
                        ('normal', models.BooleanField(default=True)),
                        ('cost', models.DecimalField(decimal_places=2, default=0, max_digits=10)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('handset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='usage', to='fieldwork.handset')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['month'], name='handset_usage_month')],
                        'constraints': [models.UniqueConstraint(fields=('handset', 'month'), name='handset_usage_once')],
                    },
                ),
                migrations.CreateModel(
                    name='HandsetUse',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('action', models.CharField(max_length=10)),
                        ('holder', models.CharField(blank=True, default='', max_length=120)),
                        ('by', models.CharField(max_length=120)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('handset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='fieldwork.handset')),
                    ],
                ),
                migrations.CreateModel(
                    name='Patrol',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('uid', models.UUIDField(unique=True)),
                        ('worker', models.CharField(max_length=120)),
                        ('plan', models.CharField(blank=True, default='', max_length=40)),
                        ('day', models.DateField()),
                        ('started_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('ended_how', models.CharField(blank=True, default='', max_length=10)),
                        ('received_at', models.DateTimeField()),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('positions', models.IntegerField(default=0)),
                        ('marked', models.IntegerField(default=0)),
                        ('gaps', models.IntegerField(default=0)),
                        ('distance_m', models.FloatField(default=0)),
                        ('seconds', models.IntegerField(default=0)),
                        ('grid_seconds', models.IntegerField(default=0)),
                        ('checked', models.IntegerField(default=0)),
                        ('skew_s', models.IntegerField(default=0)),
                        ('last_at', models.DateTimeField(null=True)),
                        ('stale', models.BooleanField(default=False)),
                        ('account', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('grid', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                        ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['account', '-started_at'], name='patrol_of_worker'), models.Index(fields=['-started_at', '-id'], name='patrol_by_time'), models.Index(fields=['grid', 'day'], name='patrol_of_grid'), models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['id'], name='patrol_running'), models.Index(condition=models.Q(('stale', True)), fields=['id'], name='patrol_stale')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('account',), name='patrol_one_running')],
                    },
                ),
                migrations.CreateModel(
                    name='LastPosition',
                    fields=[
                        ('account', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField()),
                        ('lng', models.FloatField()),
                        ('lat', models.FloatField()),
                        ('accuracy', models.FloatField(null=True)),
                        ('battery', models.SmallIntegerField(null=True)),
                        ('grid_id', models.BigIntegerField(null=True)),
                        ('received_at', models.DateTimeField()),
                        ('patrol', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='fieldwork.patrol')),
                    ],
                ),
                migrations.CreateModel(
                    name='PatrolGrid',
                    fields=[
                        ('pk', models.CompositePrimaryKey('patrol_id', 'day', 'grid_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('day', models.DateField()),
                        ('seconds', models.IntegerField(default=0)),
                        ('positions', models.IntegerField(default=0)),
                        ('grid', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                        ('patrol', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='grids', to='fieldwork.patrol')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['day', 'grid'], name='patrolgrid_day')],
                    },
                ),
                migrations.CreateModel(
                    name='PatrolPlan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('username', models.CharField(max_length=60)),
                        ('area_code', models.CharField(max_length=40)),
                        ('per', models.CharField(default='day', max_length=8)),
                        ('times', models.SmallIntegerField(default=1)),
                        ('points', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['username'], name='patrolplan_user')],
                    },
                ),
                migrations.CreateModel(
                    name='PatrolPoint',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('kind', models.CharField(blank=True, default='', max_length=40)),
                        ('area_code', models.CharField(max_length=40)),
                        ('lng', models.FloatField()),
                        ('lat', models.FloatField()),
                        ('radius', models.IntegerField(blank=True, null=True)),
                        ('question', models.CharField(blank=True, default='', max_length=200)),
                        ('photo_required', models.BooleanField(default=False)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['area_code'], name='patrolpoint_area')],
                    },
                ),
                migrations.CreateModel(
                    name='PointCheck',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('uid', models.UUIDField(unique=True)),
                        ('at', models.DateTimeField()),
                        ('received_at', models.DateTimeField()),
                        ('lng', models.FloatField()),
                        ('lat', models.FloatField()),
                        ('accuracy', models.FloatField(null=True)),
                        ('distance_m', models.FloatField()),
                        ('arrived', models.BooleanField()),
                        ('result', models.CharField(max_length=8)),
                        ('note', models.CharField(blank=True, default='', max_length=500)),
                        ('photos', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None)),
                        ('account', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('patrol', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='fieldwork.patrol')),
                        ('point', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='fieldwork.patrolpoint')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['point', 'at'], name='pointcheck_point'), models.Index(fields=['account', 'at'], name='pointcheck_account'), models.Index(fields=['-at', '-id'], name='pointcheck_time')],
                    },
                ),
                migrations.CreateModel(
                    name='TrackLook',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('account_id', models.BigIntegerField(null=True)),
                        ('for_id', models.BigIntegerField(null=True)),
                        ('words', models.CharField(max_length=200)),
                        ('patrol', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fieldwork.patrol')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='tracklook_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Position',
                    fields=[
                        ('pk', models.CompositePrimaryKey('patrol_id', 'at', 'seq', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('seq', models.IntegerField()),
                        ('lng', models.FloatField()),
                        ('lat', models.FloatField()),
                        ('accuracy', models.FloatField(null=True)),
                        ('speed', models.FloatField(null=True)),
                        ('battery', models.SmallIntegerField(null=True)),
                        ('marks', models.SmallIntegerField(default=0)),
                        ('grid_id', models.BigIntegerField(null=True)),
                        ('received_at', models.DateTimeField()),
                    ],
                    options={
                        'db_table': 'fieldwork_position',
                        'managed': False,
                    },
                ),
            ],
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.RunPython(months, migrations.RunPython.noop),
    ]
