"""TOUCHED: triggers that note which case's fact may be old, and all cases there are already. Every action updates the
case row, so one table is watched; what is read beside it (clocks, callbacks, parts) changes in the same transaction.

FROZEN: a closed month is never changed.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

TOUCHED = """
CREATE FUNCTION appraisal_case_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO appraisal_touched (case_id) SELECT id FROM came;
  RETURN NULL;
END $$;
CREATE FUNCTION appraisal_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO appraisal_touched (case_id) VALUES (coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;
CREATE TRIGGER appraisal_came AFTER INSERT ON cases_case REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION appraisal_case_came();
CREATE TRIGGER appraisal_changed AFTER UPDATE OR DELETE ON cases_case
  FOR EACH ROW EXECUTE FUNCTION appraisal_case_changed();
INSERT INTO appraisal_touched (case_id) SELECT id FROM cases_case;
"""
UNTOUCHED = """
DROP TRIGGER appraisal_changed ON cases_case; DROP TRIGGER appraisal_came ON cases_case;
DROP FUNCTION appraisal_case_changed(); DROP FUNCTION appraisal_case_came();
"""
FROZEN = """
CREATE FUNCTION appraisal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a closed month is never changed (%)', TG_TABLE_NAME; END $$;
CREATE TRIGGER score_sheet_frozen BEFORE UPDATE OR DELETE ON appraisal_scoresheet
  FOR EACH ROW EXECUTE FUNCTION appraisal_refuse_change();
CREATE TRIGGER frozen_fact_frozen BEFORE UPDATE OR DELETE ON appraisal_frozenfact
  FOR EACH ROW EXECUTE FUNCTION appraisal_refuse_change();
"""
THAWED = """
DROP TRIGGER frozen_fact_frozen ON appraisal_frozenfact;
DROP TRIGGER score_sheet_frozen ON appraisal_scoresheet;
DROP FUNCTION appraisal_refuse_change();
"""


class Migration(migrations.Migration):

    replaces = [
        ('appraisal', '0001_initial'),
        ('appraisal', '0002_touched'),
        ('appraisal', '0003_scoring'),
    ]

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('org', '0001_squashed_0007_tokens_of_systems'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Beat',
                    fields=[
                        ('part', models.CharField(max_length=40, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('since', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='ClosedMonth',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField(unique=True)),
                        ('figures', models.JSONField()),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('closed_at', models.DateTimeField()),
                        ('closed_by_id', models.BigIntegerField(null=True)),
                        ('closed_by', models.CharField(max_length=120)),
                        ('previous', models.BinaryField(max_length=32)),
                        ('hash', models.BinaryField(max_length=32)),
                    ],
                    options={
                        'ordering': ['id'],
                    },
                ),
                migrations.CreateModel(
                    name='Indicator',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=60, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('name_en', models.CharField(blank=True, default='', max_length=120)),
                        ('topic', models.CharField(default='', max_length=20)),
                        ('level1', models.CharField(choices=[('cost', '成本指标'), ('output', '产出指标'), ('benefit', '效益指标'), ('satisfied', '满意度指标')], max_length=12)),
                        ('level2', models.CharField(blank=True, default='', max_length=40)),
                        ('reads', models.CharField(choices=[('cases', '案件'), ('records', '填报'), ('reliability', '运行台账'), ('measure', '其他模块'), ('none', '尚无口径')], max_length=12)),
                        ('kind', models.CharField(choices=[('rate', '比率'), ('count', '数量'), ('average', '平均'), ('text', '定性')], max_length=10)),
                        ('day', models.CharField(blank=True, default='', max_length=12)),
                        ('base', models.CharField(blank=True, default='', max_length=400)),
                        ('meets', models.CharField(blank=True, default='', max_length=400)),
                        ('excluding', models.JSONField(blank=True, default=list)),
                        ('measure', models.CharField(blank=True, default='', max_length=60)),
                        ('combine', models.CharField(blank=True, choices=[('sum', '累加'), ('last', '取最近一次'), ('mean', '取平均')], default='sum', max_length=8)),
                        ('unit', models.CharField(default='%', max_length=20)),
                        ('better', models.CharField(choices=[('up', '越高越好'), ('down', '越低越好'), ('none', '不比')], default='up', max_length=6)),
                        ('rule', models.CharField(blank=True, default='', max_length=300)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='IndicatorTarget',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=80, unique=True)),
                        ('year', models.PositiveSmallIntegerField()),
                        ('indicator', models.CharField(blank=True, default='', max_length=60)),
                        ('name', models.CharField(max_length=80)),
                        ('form', models.CharField(blank=True, default='', max_length=120)),
                        ('operator', models.CharField(choices=[('=', '等于'), ('>=', '不低于'), ('<=', '不超过'), ('range', '区间'), ('text', '定性'), ('date', '时限'), ('if', '有条件')], max_length=8)),
                        ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                        ('upper', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                        ('text', models.CharField(blank=True, default='', max_length=120)),
                        ('unit', models.CharField(blank=True, default='', max_length=20)),
                        ('if_indicator', models.CharField(blank=True, default='', max_length=60)),
                        ('if_most', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                        ('before2', models.CharField(blank=True, default='', max_length=40)),
                        ('before1', models.CharField(blank=True, default='', max_length=40)),
                        ('basis', models.CharField(blank=True, default='', max_length=40)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['year', 'sort', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='MonthTally',
                    fields=[
                        ('pk', models.CompositePrimaryKey('axis', 'month', 'face', 'key', 'channel', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('axis', models.CharField(max_length=12)),
                        ('month', models.DateField()),
                        ('face', models.CharField(max_length=12)),
                        ('key', models.BigIntegerField()),
                        ('channel', models.CharField(max_length=40)),
                        ('counts', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                    ],
                ),
                migrations.CreateModel(
                    name='TallyMonth',
                    fields=[
                        ('pk', models.CompositePrimaryKey('axis', 'month', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('axis', models.CharField(max_length=12)),
                        ('month', models.DateField()),
                        ('places', models.IntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Touched',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('case_id', models.BigIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='CaseFact',
                    fields=[
                        ('case_id', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('received', models.DateField()),
                        ('accepted', models.DateField(null=True)),
                        ('dispatched', models.DateField(null=True)),
                        ('due', models.DateField(null=True)),
                        ('closed', models.DateField(null=True)),
                        ('called', models.DateField(null=True)),
                        ('unit_id', models.BigIntegerField(null=True)),
                        ('subdistrict_id', models.BigIntegerField(null=True)),
                        ('area_id', models.BigIntegerField(null=True)),
                        ('category_id', models.BigIntegerField(null=True)),
                        ('taker_id', models.BigIntegerField(null=True)),
                        ('channel', models.CharField(max_length=40)),
                        ('kind', models.CharField(max_length=32)),
                        ('lifecycle', models.CharField(max_length=32)),
                        ('urgency', models.CharField(max_length=16)),
                        ('state', models.CharField(max_length=32)),
                        ('flags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), default=list, size=None)),
                        ('marks', models.BigIntegerField(default=0)),
                        ('redo', models.SmallIntegerField(default=0)),
                        ('returns', models.SmallIntegerField(default=0)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['received'], name='fact_received'), models.Index(condition=models.Q(('accepted__isnull', False)), fields=['accepted'], name='fact_accepted'), models.Index(condition=models.Q(('dispatched__isnull', False)), fields=['dispatched'], name='fact_dispatched'), models.Index(condition=models.Q(('due__isnull', False)), fields=['due'], name='fact_due'), models.Index(condition=models.Q(('closed__isnull', False)), fields=['closed'], name='fact_closed'), models.Index(condition=models.Q(('called__isnull', False)), fields=['called'], name='fact_called')],
                    },
                ),
                migrations.CreateModel(
                    name='FedRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('indicator', models.CharField(max_length=60)),
                        ('first', models.DateField()),
                        ('last', models.DateField()),
                        ('numerator', models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                        ('denominator', models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                        ('text', models.CharField(blank=True, default='', max_length=200)),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('files', models.JSONField(default=list)),
                        ('made_at', models.DateTimeField()),
                        ('made_by_id', models.BigIntegerField(null=True)),
                        ('made_by', models.CharField(max_length=120)),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                        ('withdrawn_by', models.CharField(blank=True, default='', max_length=120)),
                        ('withdrawn_note', models.CharField(blank=True, default='', max_length=1000)),
                    ],
                    options={
                        'ordering': ['-first', '-id'],
                        'indexes': [models.Index(fields=['indicator', 'first'], name='fed_indicator')],
                    },
                ),
                migrations.CreateModel(
                    name='Outage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=12)),
                        ('system', models.CharField(max_length=40)),
                        ('title', models.CharField(max_length=120)),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('started_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('found_by', models.CharField(default='person', max_length=12)),
                        ('done', models.BooleanField(default=False)),
                        ('stopped', models.BooleanField(default=True)),
                        ('files', models.JSONField(default=list)),
                        ('steps', models.JSONField(default=list)),
                        ('version', models.IntegerField(default=1)),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'ordering': ['-started_at', '-id'],
                        'indexes': [models.Index(fields=['-started_at'], name='outage_started')],
                    },
                ),
                migrations.CreateModel(
                    name='Tally',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('axis', models.CharField(max_length=12)),
                        ('place', models.IntegerField()),
                        ('condition', models.TextField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('axis', 'place'), name='tally_place'), models.UniqueConstraint(fields=('axis', 'condition'), name='tally_condition')],
                    },
                ),
                migrations.CreateModel(
                    name='Exclusion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reason', models.CharField(max_length=20)),
                        ('note', models.CharField(max_length=1000)),
                        ('files', models.JSONField(default=list)),
                        ('made_at', models.DateTimeField()),
                        ('made_by_id', models.BigIntegerField(null=True)),
                        ('made_by', models.CharField(max_length=120)),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                        ('withdrawn_by', models.CharField(blank=True, default='', max_length=120)),
                        ('withdrawn_note', models.CharField(blank=True, default='', max_length=1000)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                    ],
                    options={
                        'ordering': ['-made_at', '-id'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('case',), name='exclusion_once')],
                    },
                ),
                migrations.CreateModel(
                    name='RatingSample',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField()),
                        ('by', models.CharField(max_length=8)),
                        ('seed', models.BigIntegerField()),
                        ('asked', models.PositiveIntegerField()),
                        ('strata', models.JSONField(default=list)),
                        ('drawn_at', models.DateTimeField()),
                        ('drawn_by', models.CharField(max_length=80)),
                    ],
                ),
                migrations.CreateModel(
                    name='ScoreMonth',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField(unique=True)),
                        ('schemes', models.JSONField(default=list)),
                        ('closed_at', models.DateTimeField()),
                        ('closed_by_id', models.BigIntegerField(null=True)),
                        ('closed_by', models.CharField(max_length=80)),
                        ('previous', models.BinaryField(default=b'', max_length=32)),
                        ('hash', models.BinaryField(max_length=32)),
                        ('published_at', models.DateTimeField(null=True)),
                        ('published_by', models.CharField(blank=True, default='', max_length=80)),
                        ('circular', models.CharField(blank=True, default='', max_length=60)),
                        ('note', models.CharField(blank=True, default='', max_length=2000)),
                    ],
                    options={
                        'ordering': ['month'],
                    },
                ),
                migrations.CreateModel(
                    name='ScoringScheme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('group', models.CharField(max_length=16)),
                        ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), default=list, size=None)),
                        ('items', models.JSONField(default=list)),
                        ('double_flags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None)),
                        ('double_channels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('factor', models.PositiveSmallIntegerField(default=2)),
                        ('minimum', models.PositiveIntegerField(default=1)),
                        ('leave_out', models.JSONField(blank=True, default=list)),
                        ('enabled', models.BooleanField(default=False)),
                    ],
                    options={
                        'ordering': ['group', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='Deduction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField()),
                        ('item', models.CharField(blank=True, default='', max_length=40)),
                        ('points', models.DecimalField(decimal_places=2, max_digits=5)),
                        ('reason', models.CharField(max_length=500)),
                        ('case_id', models.BigIntegerField(null=True)),
                        ('files', models.JSONField(default=list)),
                        ('at', models.DateTimeField()),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by', models.CharField(max_length=80)),
                        ('lifted_at', models.DateTimeField(null=True)),
                        ('lifted_by', models.CharField(blank=True, default='', max_length=80)),
                        ('lifted_why', models.CharField(blank=True, default='', max_length=500)),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['month', 'unit'], name='deduction_month')],
                    },
                ),
                migrations.CreateModel(
                    name='Appeal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField()),
                        ('origin', models.CharField(default='appeal', max_length=8)),
                        ('item', models.CharField(blank=True, default='', max_length=40)),
                        ('case_id', models.BigIntegerField(null=True)),
                        ('reason', models.CharField(max_length=16)),
                        ('text', models.CharField(max_length=2000)),
                        ('files', models.JSONField(default=list)),
                        ('state', models.CharField(default='pending', max_length=10)),
                        ('filed_at', models.DateTimeField()),
                        ('filed_by_id', models.BigIntegerField(null=True)),
                        ('filed_by', models.CharField(max_length=80)),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('decided_by', models.CharField(blank=True, default='', max_length=80)),
                        ('decision', models.CharField(blank=True, default='', max_length=1000)),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('deduction', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='appraisal.deduction')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['month', 'unit'], name='appeal_month')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'pending')), fields=('month', 'unit', 'item', 'case_id', 'deduction'), name='appeal_one_pending', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='Rating',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField()),
                        ('by', models.CharField(max_length=8)),
                        ('rater_id', models.BigIntegerField(null=True)),
                        ('rater', models.CharField(blank=True, default='', max_length=80)),
                        ('case_id', models.BigIntegerField(null=True)),
                        ('answers', models.JSONField(default=dict)),
                        ('share', models.DecimalField(decimal_places=6, max_digits=7, null=True)),
                        ('comment', models.CharField(blank=True, default='', max_length=1000)),
                        ('rated_at', models.DateTimeField(null=True)),
                        ('rater_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('sample', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='appraisal.ratingsample')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['month', 'by', 'unit'], name='rating_month'), models.Index(fields=['rater_id', '-month'], name='rating_rater')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('by', 'peer')), fields=('month', 'by', 'unit', 'rater_unit'), name='rating_peer_once'), models.UniqueConstraint(condition=models.Q(('by', 'peer'), _negated=True), fields=('month', 'by', 'case_id', 'rater_id'), name='rating_case_once')],
                    },
                ),
                migrations.CreateModel(
                    name='FrozenFact',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('case_id', models.BigIntegerField()),
                        ('marks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                        ('flags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), default=list, size=None)),
                        ('channel', models.CharField(blank=True, default='', max_length=40)),
                        ('kind', models.CharField(blank=True, default='', max_length=32)),
                        ('outcome', models.CharField(blank=True, default='', max_length=40)),
                        ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('month', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='appraisal.scoremonth')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('month', 'unit', 'case_id'), name='frozen_fact_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ScoreSheet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('scheme', models.CharField(max_length=40)),
                        ('total', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                        ('rank', models.PositiveSmallIntegerField(null=True)),
                        ('body', models.JSONField(default=dict)),
                        ('month', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='appraisal.scoremonth')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('month', 'unit'), name='score_sheet_once')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(TOUCHED, UNTOUCHED),
        migrations.RunSQL(FROZEN, THAWED),
    ]
