import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='DoorOut',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('door', models.CharField(max_length=40, unique=True)),
                        ('failures', models.IntegerField(default=0)),
                        ('closed_until', models.DateTimeField(null=True)),
                        ('allowance', models.IntegerField(default=1)),
                        ('minute', models.DateTimeField(null=True)),
                        ('in_minute', models.IntegerField(default=0)),
                        ('last_out_at', models.DateTimeField(null=True)),
                        ('last_error_at', models.DateTimeField(null=True)),
                        ('last_error', models.CharField(blank=True, default='', max_length=300)),
                        ('stalled_since', models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Reconciliation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('door', models.CharField(max_length=40)),
                        ('day', models.DateField()),
                        ('state', models.CharField(default='running', max_length=10)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('ours', models.IntegerField(default=0)),
                        ('theirs', models.IntegerField(default=0)),
                        ('agreed', models.IntegerField(default=0)),
                        ('only_ours', models.IntegerField(default=0)),
                        ('only_theirs', models.IntegerField(default=0)),
                        ('unlike', models.IntegerField(default=0)),
                        ('error', models.CharField(blank=True, default='', max_length=300)),
                    ],
                    options={
                        'ordering': ['-day', '-id'],
                        'constraints': [models.UniqueConstraint(fields=('door', 'day'), name='reconciliation_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Difference',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=12)),
                        ('external_id', models.CharField(max_length=120)),
                        ('ours', models.CharField(blank=True, default='', max_length=60)),
                        ('theirs', models.CharField(blank=True, default='', max_length=60)),
                        ('why', models.CharField(blank=True, default='', max_length=200)),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                        ('reconciliation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='differences', to='outbox.reconciliation')),
                    ],
                    options={
                        'ordering': ['id'],
                    },
                ),
                migrations.CreateModel(
                    name='WriteBack',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('door', models.CharField(max_length=40)),
                        ('step', models.CharField(max_length=40)),
                        ('message', models.CharField(max_length=60)),
                        ('seq', models.IntegerField()),
                        ('event_seq', models.IntegerField()),
                        ('key', models.CharField(max_length=80, unique=True)),
                        ('sealed', models.BinaryField()),
                        ('state', models.CharField(default='waiting', max_length=10)),
                        ('attempts', models.IntegerField(default=0)),
                        ('next_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('status', models.IntegerField(null=True)),
                        ('error', models.CharField(blank=True, default='', max_length=300)),
                        ('answer', models.CharField(blank=True, default='', max_length=2000)),
                        ('receipt', models.CharField(blank=True, default='', max_length=120)),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('settled_at', models.DateTimeField(null=True)),
                        ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state__in', ('waiting', 'sending'))), fields=['door', 'next_at'], name='write_back_due'), models.Index(condition=models.Q(('state', 'dead')), fields=['-id'], include=('door',), name='write_back_dead'), models.Index(fields=['door', '-id'], name='write_back_newest'), models.Index(condition=models.Q(('state', 'done')), fields=['door', '-settled_at'], name='write_back_settled')],
                        'constraints': [models.UniqueConstraint(fields=('case', 'seq'), name='write_back_order')],
                    },
                ),
                migrations.CreateModel(
                    name='WriteBackStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(max_length=80)),
                        ('what', models.CharField(max_length=10)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('write_back', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='outbox.writeback')),
                    ],
                    options={
                        'ordering': ['id'],
                    },
                ),
            ],
        ),
    ]
