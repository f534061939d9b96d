import django.db.models.deletion
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

KEPT = """
CREATE FUNCTION reports_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('signed', 'sent') THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.state IN ('signed', 'sent')
     AND (to_jsonb(NEW) - '{state,sent_at,version}'::text[]) = (to_jsonb(OLD) - '{state,sent_at,version}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a signed report is kept as it is' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER report_kept BEFORE UPDATE OR DELETE ON reports_report
  FOR EACH ROW EXECUTE FUNCTION reports_keep();
"""
BACK = "DROP TRIGGER report_kept ON reports_report; DROP FUNCTION reports_keep();"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='ReportPlan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('kind', models.CharField(max_length=12)),
                        ('head', models.CharField(max_length=80)),
                        ('mark', models.CharField(max_length=20)),
                        ('to', models.CharField(blank=True, default='', max_length=200)),
                        ('copy', models.CharField(blank=True, default='', max_length=200)),
                        ('closing', models.CharField(blank=True, default='{中心}', max_length=80)),
                        ('automatic', models.BooleanField(default=False)),
                        ('at', models.CharField(default='08:00', max_length=5)),
                        ('due_days', models.PositiveSmallIntegerField(default=1)),
                        ('target', models.PositiveSmallIntegerField(default=0)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Report',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.CharField(max_length=40)),
                        ('kind', models.CharField(max_length=12)),
                        ('title', models.CharField(max_length=120)),
                        ('first', models.DateField()),
                        ('last', models.DateField()),
                        ('options', models.JSONField(default=dict)),
                        ('state', models.CharField(default='waiting', max_length=12)),
                        ('progress', models.SmallIntegerField(default=0)),
                        ('said', models.CharField(blank=True, default='', max_length=200)),
                        ('version', models.IntegerField(default=1)),
                        ('content', models.JSONField(default=dict)),
                        ('due', models.DateField(null=True)),
                        ('year', models.SmallIntegerField(null=True)),
                        ('serial', models.IntegerField(null=True)),
                        ('number', models.CharField(blank=True, default='', max_length=60)),
                        ('created_at', models.DateTimeField()),
                        ('created_by_id', models.BigIntegerField(null=True)),
                        ('created_by', models.CharField(max_length=120)),
                        ('made_at', models.DateTimeField(null=True)),
                        ('submitted_by_id', models.BigIntegerField(null=True)),
                        ('signed_at', models.DateTimeField(null=True)),
                        ('signed_by', models.CharField(blank=True, default='', max_length=120)),
                        ('sent_at', models.DateTimeField(null=True)),
                        ('files', models.JSONField(default=dict)),
                        ('digest', models.CharField(blank=True, default='', max_length=64)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-last', '-id'], name='report_by_time'), models.Index(fields=['kind', '-last', '-id'], name='report_by_kind')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('kind__in', ('daily', 'weekly', 'monthly')), models.Q(('state', 'void'), _negated=True)), fields=('plan', 'first', 'last'), name='report_once'), models.UniqueConstraint(fields=('plan', 'year', 'serial'), name='report_number')],
                    },
                ),
                migrations.CreateModel(
                    name='ReportStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                        ('action', models.CharField(max_length=12)),
                        ('note', models.CharField(blank=True, default='', max_length=400)),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='reports.report')),
                    ],
                ),
                migrations.CreateModel(
                    name='ReportTemplate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plan', models.CharField(max_length=40)),
                        ('number', models.IntegerField()),
                        ('file_id', models.UUIDField()),
                        ('note', models.CharField(blank=True, default='', max_length=200)),
                        ('in_use', models.BooleanField(default=False)),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='template_number'), models.UniqueConstraint(condition=models.Q(('in_use', True)), fields=('plan',), name='template_in_use')],
                    },
                ),
                migrations.CreateModel(
                    name='SavedQuery',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=60)),
                        ('query', models.JSONField(default=dict)),
                        ('shared', models.BooleanField(default=False)),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['account_id'], name='savedquery_mine')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(KEPT, BACK),
    ]
