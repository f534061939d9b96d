import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import chengyun.kernel.ids
from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    replaces = [
        ('channels', '0001_initial'),
        ('channels', '0002_doors'),
        ('channels', '0003_buckets_in_kernel'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Channel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('kind', models.CharField(default='other', max_length=16)),
                        ('number', models.CharField(blank=True, default='', max_length=40)),
                        ('direction', models.CharField(default='in', max_length=8)),
                        ('lifecycle', models.CharField(default='request', max_length=32)),
                        ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), blank=True, default=list, size=None)),
                        ('default_kind', models.CharField(blank=True, default='', max_length=32)),
                        ('auto_accept', models.BooleanField(default=False)),
                        ('is_active', models.BooleanField(default=True)),
                        ('rate_per_minute', models.PositiveIntegerField(default=0)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ChannelToken',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('prefix', models.CharField(max_length=16)),
                        ('hash', models.BinaryField(max_length=32, unique=True)),
                        ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('created_by_id', models.BigIntegerField(null=True)),
                        ('expires_at', models.DateTimeField(null=True)),
                        ('revoked_at', models.DateTimeField(null=True)),
                        ('last_used_at', models.DateTimeField(null=True)),
                        ('channel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to='channels.channel')),
                    ],
                    options={
                        'ordering': ['channel_id', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ImportBatch',
                    fields=[
                        ('id', models.UUIDField(default=chengyun.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                        ('mapping_name', models.CharField(blank=True, default='', max_length=80)),
                        ('fields', models.JSONField(default=dict)),
                        ('options', models.JSONField(default=dict)),
                        ('file_name', models.CharField(max_length=200)),
                        ('sha256', models.CharField(max_length=64)),
                        ('size', models.BigIntegerField()),
                        ('columns', models.JSONField(default=list)),
                        ('state', models.CharField(default='uploaded', max_length=12)),
                        ('message', models.CharField(blank=True, default='', max_length=300)),
                        ('total', models.IntegerField(default=0)),
                        ('cursor', models.IntegerField(default=0)),
                        ('created_count', models.IntegerField(default=0)),
                        ('unchanged_count', models.IntegerField(default=0)),
                        ('failed_count', models.IntegerField(default=0)),
                        ('started_by_id', models.BigIntegerField(null=True)),
                        ('started_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('started_at', models.DateTimeField(null=True)),
                        ('moved_at', models.DateTimeField(null=True)),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('forgotten_at', models.DateTimeField(null=True)),
                        ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='channels.channel')),
                    ],
                    options={
                        'ordering': ['-created_at'],
                        'indexes': [models.Index(fields=['-created_at'], name='import_newest'), models.Index(condition=models.Q(('state__in', ('waiting', 'running'))), fields=['state'], name='import_open')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportFailure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('row', models.IntegerField()),
                        ('errors', models.JSONField(default=list)),
                        ('sealed', models.BinaryField()),
                        ('batch', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='failures', to='channels.importbatch')),
                    ],
                    options={
                        'ordering': ['batch_id', 'row'],
                        'constraints': [models.UniqueConstraint(fields=('batch', 'row'), name='import_failure_row')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportMapping',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('fields', models.JSONField(default=dict)),
                        ('options', models.JSONField(default=dict)),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                        ('updated_by_id', models.BigIntegerField(null=True)),
                        ('channel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mappings', to='channels.channel')),
                    ],
                    options={
                        'ordering': ['channel_id', 'name'],
                        'constraints': [models.UniqueConstraint(fields=('channel', 'name'), name='import_mapping_name')],
                    },
                ),
                migrations.CreateModel(
                    name='DoorConnection',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('transport_in', models.CharField(blank=True, default='', max_length=12)),
                        ('transport_out', models.CharField(blank=True, default='', max_length=12)),
                        ('settings_in', models.JSONField(default=dict)),
                        ('settings_out', models.JSONField(default=dict)),
                        ('scheme', models.CharField(blank=True, default='', max_length=16)),
                        ('sealed', models.BinaryField(null=True)),
                        ('enabled', models.BooleanField(default=False)),
                        ('profile_changes', models.JSONField(default=dict)),
                        ('changes', models.JSONField(default=dict)),
                        ('watermark', models.JSONField(default=dict)),
                        ('last_in_at', models.DateTimeField(null=True)),
                        ('last_try_at', models.DateTimeField(null=True)),
                        ('next_try_at', models.DateTimeField(null=True)),
                        ('last_error_in', models.CharField(blank=True, default='', max_length=300)),
                        ('last_error_in_at', models.DateTimeField(null=True)),
                        ('errors_in', models.PositiveIntegerField(default=0)),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                        ('updated_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('channel', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='connection', to='channels.channel')),
                    ],
                    options={
                        'ordering': ['channel_id'],
                    },
                ),
                migrations.CreateModel(
                    name='InboundItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('external_id', models.CharField(blank=True, default='', max_length=120)),
                        ('what', models.CharField(default='new', max_length=12)),
                        ('digest', models.BinaryField(max_length=32)),
                        ('sealed', models.BinaryField(null=True)),
                        ('reasons', models.JSONField(default=list)),
                        ('state', models.CharField(default='held', max_length=8)),
                        ('waits', models.BooleanField(default=False)),
                        ('case_number', models.CharField(blank=True, default='', max_length=32)),
                        ('transport', models.CharField(blank=True, default='', max_length=12)),
                        ('came_from', models.CharField(blank=True, default='', max_length=200)),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('settled_at', models.DateTimeField(null=True)),
                        ('settled_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('channel', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='inbound', to='channels.channel')),
                    ],
                    options={
                        'ordering': ['-id'],
                        'indexes': [models.Index(condition=models.Q(('state', 'held')), fields=['channel', '-id'], name='inbound_held'), models.Index(fields=['channel', 'external_id'], name='inbound_external'), models.Index(condition=models.Q(('settled_at__isnull', False)), fields=['settled_at'], name='inbound_settled')],
                        'constraints': [models.UniqueConstraint(fields=('channel', 'digest'), name='inbound_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SeenNonce',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('nonce', models.CharField(max_length=64)),
                        ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                        ('connection', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to='channels.doorconnection')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('connection', 'nonce'), name='nonce_once')],
                    },
                ),
            ],
        ),
    ]
