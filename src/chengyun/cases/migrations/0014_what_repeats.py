"""What repeats: signatures of the words, pairs that may be one matter, the rules for it.

A pair is live while both of its cases are open; the trigger keeps that when a case ends or is opened again, so that no
action has to know of pairs.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


LIVE = """
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
BACK = "DROP TRIGGER case_keeps_likely ON cases_case; DROP FUNCTION cases_keep_likely();"


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0013_place_index'),
    ]

    operations = [
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
                ('looked', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(condition=models.Q(('bands__isnull', False)), fields=['bands'], name='signature_bands'), models.Index(condition=models.Q(('looked', False)), fields=['case'], name='signature_unlooked')],
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
        migrations.RunSQL(LIVE, BACK),
    ]
