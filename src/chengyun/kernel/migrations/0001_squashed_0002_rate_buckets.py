import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import chengyun.kernel.ids
from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    replaces = [
        ('kernel', '0001_initial'),
        ('kernel', '0002_rate_buckets'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='KeyMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fingerprint', models.CharField(max_length=16, unique=True)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                ),
                migrations.CreateModel(
                    name='Revision',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('topic', models.CharField(max_length=40, unique=True)),
                        ('value', models.BigIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='StoredFile',
                    fields=[
                        ('id', models.UUIDField(default=chengyun.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                        ('sha256', models.CharField(db_index=True, max_length=64)),
                        ('public_sha256', models.CharField(blank=True, default='', max_length=64)),
                        ('thumb_sha256', models.CharField(blank=True, default='', max_length=64)),
                        ('name', models.CharField(max_length=200)),
                        ('kind', models.CharField(max_length=20)),
                        ('mime', models.CharField(max_length=100)),
                        ('size', models.BigIntegerField()),
                        ('uploaded_by', models.BigIntegerField(null=True)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('scan_state', models.CharField(default='not_scanned', max_length=20)),
                        ('meta', models.JSONField(default=dict)),
                    ],
                ),
                migrations.CreateModel(
                    name='Calendar',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=100)),
                        ('version', models.IntegerField(default=1)),
                        ('tz', models.CharField(default='Asia/Shanghai', max_length=40)),
                        ('weekly', models.JSONField(null=True)),
                        ('working_day_rule', models.CharField(blank=True, default='', max_length=20)),
                        ('natural_day_rule', models.CharField(blank=True, default='', max_length=20)),
                        ('known_until', models.DateField(null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='variants', to='kernel.calendar')),
                    ],
                ),
                migrations.CreateModel(
                    name='CalendarChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.IntegerField()),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('account_id', models.BigIntegerField(null=True)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('changes', models.JSONField(default=list)),
                        ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='history', to='kernel.calendar')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('calendar', 'version'), name='calendar_version_once')],
                    },
                ),
                migrations.CreateModel(
                    name='CalendarDay',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('date', models.DateField()),
                        ('spans', models.JSONField(null=True)),
                        ('name', models.CharField(blank=True, default='', max_length=60)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='kernel.calendar')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('calendar', 'date'), name='calendar_day_once')],
                    },
                ),
                migrations.CreateModel(
                    name='RateBucket',
                    fields=[
                        ('key', models.CharField(max_length=60, primary_key=True, serialize=False)),
                        ('tokens', models.FloatField()),
                        ('granted', models.IntegerField(default=0)),
                        ('at', models.DateTimeField()),
                    ],
                ),
            ],
        ),
        # Lost in a crash at no harm (buckets are full again); needs no write-ahead log.
        migrations.RunSQL("ALTER TABLE kernel_ratebucket SET UNLOGGED", "ALTER TABLE kernel_ratebucket SET LOGGED"),
    ]
