"""What happened to an order, what a reviewer said and what the discipline commission opened is not changed."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

FORWARD = """
CREATE TRIGGER orderstep_kept BEFORE UPDATE ON supervision_orderstep
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER qualityreview_kept BEFORE UPDATE ON supervision_qualityreview
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER lookrecord_kept BEFORE UPDATE OR DELETE ON supervision_lookrecord
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
"""
BACKWARD = """
DROP TRIGGER lookrecord_kept ON supervision_lookrecord;
DROP TRIGGER qualityreview_kept ON supervision_qualityreview;
DROP TRIGGER orderstep_kept ON supervision_orderstep;
"""


class Migration(migrations.Migration):

    replaces = [
        ('supervision', '0001_initial'),
        ('supervision', '0002_kept_as_it_was'),
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
                    name='BusinessScope',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('channels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('flags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='ChecklistQuestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=120)),
                        ('help', models.CharField(blank=True, default='', max_length=200)),
                        ('points', models.PositiveSmallIntegerField(default=10)),
                        ('critical', models.BooleanField(default=False)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='SupervisionRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('step', models.CharField(max_length=40)),
                        ('trigger', models.CharField(max_length=16)),
                        ('amount', models.DecimalField(decimal_places=3, default=0, max_digits=8)),
                        ('unit', models.CharField(default='working_day', max_length=16)),
                        ('times', models.PositiveSmallIntegerField(default=1)),
                        ('minimum', models.PositiveSmallIntegerField(default=1)),
                        ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('channels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('flags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None)),
                        ('requirement', models.CharField(max_length=500)),
                        ('enabled', models.BooleanField(default=True)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='SupervisionStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=40)),
                        ('level', models.PositiveSmallIntegerField()),
                        ('permission', models.CharField(max_length=40)),
                        ('amount', models.DecimalField(decimal_places=3, max_digits=8)),
                        ('unit', models.CharField(max_length=16)),
                        ('again', models.FloatField(default=0.5)),
                        ('reply_required', models.BooleanField(default=True)),
                        ('next', models.CharField(blank=True, default='', max_length=40)),
                        ('grace', models.DecimalField(decimal_places=3, default=0, max_digits=8)),
                        ('automatic', models.BooleanField(default=False)),
                        ('card', models.CharField(blank=True, default='', max_length=8)),
                        ('red_after', models.PositiveSmallIntegerField(default=0)),
                        ('told', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), blank=True, default=list, size=None)),
                    ],
                    options={
                        'ordering': ['level', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='LookRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField(db_index=True)),
                        ('for_id', models.BigIntegerField(null=True)),
                        ('number', models.CharField(blank=True, db_index=True, default='', max_length=32)),
                        ('what', models.CharField(max_length=12)),
                        ('words', models.CharField(max_length=200)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='look_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Order',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=32, unique=True)),
                        ('title', models.CharField(max_length=120)),
                        ('requirement', models.TextField()),
                        ('step', models.CharField(max_length=40)),
                        ('step_name', models.CharField(max_length=40)),
                        ('level', models.SmallIntegerField()),
                        ('reply_required', models.BooleanField(default=True)),
                        ('origin', models.CharField(max_length=12)),
                        ('rule', models.CharField(blank=True, default='', max_length=40)),
                        ('state', models.CharField(default='waiting', max_length=10)),
                        ('version', models.IntegerField(default=1)),
                        ('cases', models.IntegerField(default=0)),
                        ('started_at', models.DateTimeField()),
                        ('started_by_id', models.BigIntegerField(null=True)),
                        ('started_by', models.CharField(max_length=120)),
                        ('due_at', models.DateTimeField(null=True)),
                        ('closed_at', models.DateTimeField(null=True)),
                        ('proposed_at', models.DateTimeField(null=True)),
                        ('previous', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='following', to='supervision.order')),
                        ('programme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='supervision.programme')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-started_at', '-id'], name='order_by_time'), models.Index(condition=models.Q(('state__in', ('waiting', 'replied'))), fields=['due_at', 'id'], name='order_open')],
                    },
                ),
                migrations.CreateModel(
                    name='OrderCase',
                    fields=[
                        ('pk', models.CompositePrimaryKey('order_id', 'case_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('order', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='members', to='supervision.order')),
                    ],
                ),
                migrations.CreateModel(
                    name='OrderStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                        ('for_name', models.CharField(blank=True, default='', max_length=120)),
                        ('action', models.CharField(max_length=16)),
                        ('note', models.TextField(blank=True, default='')),
                        ('detail', models.JSONField(default=dict)),
                        ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='supervision.order')),
                        ('to', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                ),
                migrations.CreateModel(
                    name='Programme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('aim', models.TextField()),
                        ('state', models.CharField(default='planned', max_length=10)),
                        ('version', models.IntegerField(default=1)),
                        ('starts', models.DateField()),
                        ('ends', models.DateField()),
                        ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('areas', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('goals', models.JSONField(default=list)),
                        ('created_at', models.DateTimeField()),
                        ('created_by', models.CharField(max_length=120)),
                        ('finished_on', models.DateField(null=True)),
                        ('lead', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-starts', '-id'], name='programme_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeCase',
                    fields=[
                        ('pk', models.CompositePrimaryKey('programme_id', 'case_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('programme', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='members', to='supervision.programme')),
                    ],
                ),
                migrations.CreateModel(
                    name='ProgrammeReport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                        ('action', models.CharField(default='report', max_length=12)),
                        ('percent', models.SmallIntegerField(null=True)),
                        ('text', models.TextField(blank=True, default='')),
                        ('goals', models.JSONField(default=list)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='supervision.programme')),
                        ('unit', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                ),
                migrations.CreateModel(
                    name='ProgrammeUnit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('task', models.CharField(blank=True, default='', max_length=300)),
                        ('percent', models.SmallIntegerField(default=0)),
                        ('reported_at', models.DateTimeField(null=True)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='units', to='supervision.programme')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('programme', 'unit'), name='programme_unit_once')],
                    },
                ),
                migrations.CreateModel(
                    name='QualitySample',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('closed_from', models.DateField()),
                        ('closed_to', models.DateField()),
                        ('size', models.IntegerField()),
                        ('seed', models.BigIntegerField()),
                        ('pass_mark', models.SmallIntegerField(default=60)),
                        ('cases', models.IntegerField()),
                        ('questions', models.JSONField(default=list)),
                        ('strata', models.JSONField(default=list)),
                        ('drawn_at', models.DateTimeField()),
                        ('drawn_by_id', models.BigIntegerField(null=True)),
                        ('drawn_by', models.CharField(max_length=120)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-drawn_at', '-id'], name='sample_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='SampleItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('category_id', models.BigIntegerField(null=True)),
                        ('state', models.CharField(default='open', max_length=8)),
                        ('result', models.CharField(blank=True, default='', max_length=8)),
                        ('score', models.FloatField(null=True)),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('sample', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='supervision.qualitysample')),
                        ('unit', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['decided_at', 'unit'], name='sampleitem_decided')],
                        'constraints': [models.UniqueConstraint(fields=('sample', 'case'), name='sample_item_once')],
                    },
                ),
                migrations.CreateModel(
                    name='QualityReview',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reviewer_id', models.BigIntegerField()),
                        ('reviewer', models.CharField(max_length=120)),
                        ('at', models.DateTimeField()),
                        ('answers', models.JSONField(default=dict)),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('score', models.FloatField()),
                        ('verdict', models.CharField(max_length=8)),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='supervision.sampleitem')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('item', 'reviewer_id'), name='quality_review_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Cue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('note', models.TextField()),
                        ('sent_at', models.DateTimeField()),
                        ('sent_by_id', models.BigIntegerField(null=True)),
                        ('sent_by', models.CharField(max_length=120)),
                        ('seen_at', models.DateTimeField(null=True)),
                        ('seen_by', models.CharField(blank=True, default='', max_length=120)),
                        ('answer', models.TextField(blank=True, default='')),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('answered_by', models.CharField(blank=True, default='', max_length=120)),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('unit', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('order', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='cues', to='supervision.order')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-sent_at', '-id'], name='cue_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Card',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('colour', models.CharField(max_length=8)),
                        ('at', models.DateTimeField()),
                        ('reason', models.CharField(max_length=300)),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                        ('withdrawn_by', models.CharField(blank=True, default='', max_length=120)),
                        ('withdrawn_why', models.CharField(blank=True, default='', max_length=300)),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cards', to='supervision.order')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', 'to'], name='card_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='OrderPart',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('state', models.CharField(default='waiting', max_length=10)),
                        ('amount', models.DecimalField(decimal_places=3, max_digits=8)),
                        ('unit', models.CharField(max_length=16)),
                        ('calendar_code', models.CharField(blank=True, default='', max_length=40)),
                        ('clock_at', models.DateTimeField()),
                        ('due_at', models.DateTimeField()),
                        ('first_due_at', models.DateTimeField()),
                        ('next_look_at', models.DateTimeField(null=True)),
                        ('warned_at', models.DateTimeField(null=True)),
                        ('overdue_at', models.DateTimeField(null=True)),
                        ('reply', models.TextField(blank=True, default='')),
                        ('replied_at', models.DateTimeField(null=True)),
                        ('first_replied_at', models.DateTimeField(null=True)),
                        ('replied_by', models.CharField(blank=True, default='', max_length=120)),
                        ('sent_back', models.SmallIntegerField(default=0)),
                        ('closed_at', models.DateTimeField(null=True)),
                        ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='supervision.order')),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('next_look_at__isnull', False)), fields=['next_look_at'], name='orderpart_look'), models.Index(fields=['first_due_at'], name='orderpart_due')],
                        'constraints': [models.UniqueConstraint(fields=('order', 'to'), name='order_part_once')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
