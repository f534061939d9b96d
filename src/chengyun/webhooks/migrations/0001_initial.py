import django.contrib.postgres.fields
import django.db.models.deletion
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
                    name='Subscription',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('url', models.CharField(max_length=500)),
                        ('contact', models.CharField(blank=True, default='', max_length=200)),
                        ('scheme', models.CharField(max_length=16)),
                        ('sealed', models.BinaryField()),
                        ('public_key', models.CharField(blank=True, default='', max_length=140)),
                        ('switch_at', models.DateTimeField(null=True)),
                        ('events', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('filters', models.JSONField(default=dict)),
                        ('state', models.CharField(default='active', max_length=10)),
                        ('why', models.CharField(blank=True, default='', max_length=300)),
                        ('failures', models.IntegerField(default=0)),
                        ('failing_since', models.DateTimeField(null=True)),
                        ('hold_until', models.DateTimeField(null=True)),
                        ('last_ok_at', models.DateTimeField(null=True)),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('created_by_id', models.BigIntegerField(null=True)),
                        ('created_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        'ordering': ['id'],
                    },
                ),
                migrations.CreateModel(
                    name='Delivery',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('event_id', models.CharField(max_length=60)),
                        ('type', models.CharField(max_length=40)),
                        ('subject', models.CharField(blank=True, default='', max_length=40)),
                        ('at', models.DateTimeField()),
                        ('data', models.JSONField(default=dict)),
                        ('state', models.CharField(default='waiting', max_length=8)),
                        ('tries', models.IntegerField(default=0)),
                        ('next_at', models.DateTimeField()),
                        ('sent_at', models.DateTimeField(null=True)),
                        ('status', models.SmallIntegerField(null=True)),
                        ('fault', models.CharField(blank=True, default='', max_length=16)),
                        ('attempts', models.JSONField(default=list)),
                        ('subscription', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='webhooks.subscription')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state__in', ('waiting', 'sending'))), fields=['subscription', 'id'], name='webhook_open'), models.Index(condition=models.Q(('state__in', ('waiting', 'sending'))), fields=['subscription', 'subject', 'id'], name='webhook_in_order'), models.Index(fields=['subscription', '-id'], name='webhook_log'), models.Index(condition=models.Q(('state', 'dead')), fields=['subscription', '-id'], name='webhook_dead'), models.Index(fields=['subject', '-id'], name='webhook_of_case'), models.Index(fields=['at'], name='webhook_age')],
                        'constraints': [models.UniqueConstraint(fields=('subscription', 'event_id'), name='webhook_once')],
                    },
                ),
            ],
        ),
    ]
