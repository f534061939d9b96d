import django.utils.timezone
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Command',
                    fields=[
                        ('uuid', models.UUIDField(primary_key=True, serialize=False)),
                        ('account_id', models.BigIntegerField()),
                        ('kind', models.CharField(max_length=20)),
                        ('digest', models.BinaryField(max_length=32)),
                        ('number', models.CharField(blank=True, default='', max_length=40)),
                        ('answer', models.JSONField(default=dict)),
                        ('made_at', models.DateTimeField()),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['received_at'], name='field_command_received'), models.Index(fields=['number', 'received_at'], name='field_command_case')],
                    },
                ),
                migrations.CreateModel(
                    name='Upload',
                    fields=[
                        ('uuid', models.UUIDField(primary_key=True, serialize=False)),
                        ('account_id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=200)),
                        ('size', models.IntegerField()),
                        ('sha256', models.CharField(max_length=64)),
                        ('received', models.IntegerField(default=0)),
                        ('proof', models.JSONField(default=dict)),
                        ('file_id', models.UUIDField(null=True)),
                        ('begun_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('moved_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['account_id', 'moved_at'], name='field_upload_account'), models.Index(fields=['moved_at'], name='field_upload_moved')],
                    },
                ),
            ],
        ),
    ]
