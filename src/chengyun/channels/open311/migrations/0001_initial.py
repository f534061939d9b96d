import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import chengyun.kernel.ids
from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('channels', '0001_squashed_0003_buckets_in_kernel'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Changeset',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('digest', models.BinaryField(max_length=32)),
                        ('at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Kept',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                        ('reason', models.CharField(blank=True, default='', max_length=200)),
                        ('at', models.DateTimeField()),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                    ],
                ),
                migrations.CreateModel(
                    name='Received',
                    fields=[
                        ('id', models.UUIDField(default=chengyun.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                        ('key_name', models.CharField(max_length=80)),
                        ('service_code', models.CharField(max_length=40)),
                        ('type', models.CharField(max_length=10)),
                        ('digest', models.BinaryField(db_index=True, max_length=32)),
                        ('sealed', models.BinaryField()),
                        ('media_url', models.CharField(blank=True, default='', max_length=500)),
                        ('address_id', models.CharField(blank=True, default='', max_length=60)),
                        ('created_at', models.DateTimeField()),
                        ('settled_at', models.DateTimeField(null=True)),
                        ('fault', models.CharField(blank=True, default='', max_length=200)),
                        ('case', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('key', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='channels.channeltoken')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['key', '-created_at'], name='open311_received_key'), models.Index(fields=['-created_at'], name='open311_received_newest')],
                    },
                ),
                migrations.CreateModel(
                    name='Service',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('name', models.CharField(blank=True, default='', max_length=80)),
                        ('description', models.CharField(blank=True, default='', max_length=500)),
                        ('keywords', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('kind', models.CharField(max_length=32)),
                        ('type', models.CharField(default='realtime', max_length=10)),
                        ('notice', models.CharField(blank=True, default='', max_length=300)),
                        ('attributes', models.JSONField(blank=True, default=list)),
                        ('sort', models.IntegerField(default=0)),
                        ('category', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.category')),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Told',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('external_id', models.CharField(max_length=120)),
                        ('seq', models.IntegerField()),
                        ('at', models.DateTimeField()),
                        ('received', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='told', to='open311.received')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('received', 'external_id'), name='open311_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Trial',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key_name', models.CharField(max_length=80)),
                        ('service_code', models.CharField(max_length=40)),
                        ('type', models.CharField(max_length=10)),
                        ('token', models.UUIDField(default=chengyun.kernel.ids.new_id, unique=True)),
                        ('description', models.CharField(blank=True, default='', max_length=4000)),
                        ('address', models.CharField(blank=True, default='', max_length=200)),
                        ('address_id', models.CharField(blank=True, default='', max_length=60)),
                        ('lng', models.FloatField(null=True)),
                        ('lat', models.FloatField(null=True)),
                        ('media_url', models.CharField(blank=True, default='', max_length=500)),
                        ('attributes', models.JSONField(default=dict)),
                        ('updates', models.JSONField(default=list)),
                        ('created_at', models.DateTimeField()),
                        ('updated_at', models.DateTimeField()),
                        ('closed_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-created_at'], name='open311_trial_newest')],
                    },
                ),
            ],
        ),
    ]
