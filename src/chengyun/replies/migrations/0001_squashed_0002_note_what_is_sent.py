"""A reply that enters the history is noted for the check, in the same transaction and without a statement more."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

FORWARD = """
CREATE FUNCTION replies_note_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO replies_waiting (event_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER replies_note_sent AFTER INSERT ON cases_event FOR EACH ROW
  WHEN (NEW.action = 'reply') EXECUTE FUNCTION replies_note_sent();
INSERT INTO replies_waiting (event_id) SELECT id FROM cases_event WHERE action = 'reply' ON CONFLICT DO NOTHING;
"""
BACKWARD = """
DROP TRIGGER replies_note_sent ON cases_event;
DROP FUNCTION replies_note_sent();
"""


class Migration(migrations.Migration):

    replaces = [
        ('replies', '0001_initial'),
        ('replies', '0002_note_what_is_sent'),
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
                    name='ReplyPhrase',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('phrase', models.CharField(max_length=60)),
                        ('kind', models.CharField(default='empty', max_length=10)),
                        ('advice', models.CharField(blank=True, default='', max_length=200)),
                    ],
                    options={
                        'ordering': ['kind', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Waiting',
                    fields=[
                        ('event_id', models.BigIntegerField(primary_key=True, serialize=False)),
                    ],
                ),
                migrations.CreateModel(
                    name='ModelRequest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account_id', models.BigIntegerField()),
                        ('account_name', models.CharField(max_length=80)),
                        ('for_id', models.BigIntegerField(null=True)),
                        ('task', models.CharField(max_length=16)),
                        ('state', models.CharField(default='queued', max_length=10)),
                        ('model', models.CharField(max_length=120)),
                        ('asked_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('sent', models.IntegerField(default=0)),
                        ('removed', models.IntegerField(default=0)),
                        ('received', models.IntegerField(default=0)),
                        ('fault', models.CharField(blank=True, default='', max_length=32)),
                        ('answer', models.TextField(blank=True, default='')),
                        ('notes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), default=list, size=None)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['account_id', '-asked_at'], name='modelrequest_account'), models.Index(condition=models.Q(('answer', ''), _negated=True), fields=['asked_at'], name='modelrequest_kept'), models.Index(condition=models.Q(('state__in', ('queued', 'running'))), fields=['id'], name='modelrequest_waiting')],
                    },
                ),
                migrations.CreateModel(
                    name='ReplyCheck',
                    fields=[
                        ('event_id', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('codes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=24), default=list, size=None)),
                        ('missing', models.SmallIntegerField(default=0)),
                        ('hints', models.JSONField(default=list)),
                        ('digest', models.BinaryField(max_length=8)),
                        ('rules', models.SmallIntegerField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('unit', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['at'], include=('unit', 'case', 'codes', 'missing'), name='replycheck_at'), models.Index(fields=['unit', 'at'], name='replycheck_unit_at'), models.Index(fields=['unit', 'digest'], name='replycheck_same')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
