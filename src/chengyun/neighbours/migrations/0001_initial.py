import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import chengyun.kernel.ids
from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('places', '0001_squashed_0002_grid_plans'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='DirectoryEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('group', models.CharField(max_length=30)),
                        ('name', models.CharField(max_length=60)),
                        ('phone', models.CharField(blank=True, default='', max_length=40)),
                        ('hours', models.CharField(blank=True, default='', max_length=80)),
                        ('address', models.CharField(blank=True, default='', max_length=120)),
                        ('about', models.CharField(blank=True, default='', max_length=200)),
                        ('area', models.CharField(blank=True, default='', max_length=40)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EmergencyWord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('number', models.CharField(max_length=10)),
                        ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
                        ('unless', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                        ('advice', models.CharField(max_length=120)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='MessageTemplate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('event', models.CharField(max_length=40)),
                        ('state', models.CharField(blank=True, default='', max_length=32)),
                        ('ways', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), size=None)),
                        ('text', models.CharField(max_length=300)),
                        ('sms_template', models.CharField(blank=True, default='', max_length=60)),
                        ('wechat_template', models.CharField(blank=True, default='', max_length=80)),
                        ('wechat_fields', models.CharField(blank=True, default='', max_length=300)),
                        ('urgent', models.BooleanField(default=False)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlainStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('action', models.CharField(max_length=40)),
                        ('state', models.CharField(blank=True, default='', max_length=32)),
                        ('sentence', models.CharField(max_length=200)),
                        ('tone', models.CharField(default='go', max_length=8)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Shown',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                        ('state', models.CharField(max_length=8)),
                        ('words', models.CharField(blank=True, default='', max_length=120)),
                        ('reason', models.CharField(blank=True, default='', max_length=200)),
                        ('at', models.DateTimeField()),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                    ],
                ),
                migrations.CreateModel(
                    name='SilentHours',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('start', models.CharField(max_length=5)),
                        ('end', models.CharField(max_length=5)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Tally',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.BinaryField(max_length=32, unique=True)),
                        ('since', models.DateTimeField()),
                        ('minutes', models.IntegerField(default=1)),
                        ('count', models.IntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='UseLimit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('doing', models.CharField(max_length=12)),
                        ('whose', models.CharField(max_length=12)),
                        ('most', models.IntegerField()),
                        ('minutes', models.IntegerField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Bulletin',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(default='notice', max_length=8)),
                        ('title', models.CharField(max_length=60)),
                        ('text', models.TextField()),
                        ('area_codes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('phone', models.CharField(blank=True, default='', max_length=40)),
                        ('until', models.DateTimeField(null=True)),
                        ('state', models.CharField(default='draft', max_length=10)),
                        ('version', models.IntegerField(default=1)),
                        ('written_by', models.BigIntegerField(null=True)),
                        ('written_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('written_at', models.DateTimeField()),
                        ('published_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('published_at', models.DateTimeField(null=True)),
                        ('told_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['state', '-published_at'], name='neighbour_bulletin')],
                    },
                ),
                migrations.CreateModel(
                    name='Happening',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('seq', models.IntegerField()),
                        ('action', models.CharField(max_length=40)),
                        ('state', models.CharField(max_length=32)),
                        ('at', models.DateTimeField()),
                        ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                    ],
                ),
                migrations.CreateModel(
                    name='LoginCode',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('phone_index', models.BinaryField(max_length=16)),
                        ('digest', models.BinaryField(max_length=32)),
                        ('sealed', models.BinaryField(default=b'')),
                        ('created_at', models.DateTimeField()),
                        ('expires_at', models.DateTimeField()),
                        ('tries', models.SmallIntegerField(default=0)),
                        ('used_at', models.DateTimeField(null=True)),
                        ('sent_at', models.DateTimeField(null=True)),
                        ('fault', models.CharField(blank=True, default='', max_length=20)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['phone_index', '-created_at'], name='neighbour_code_phone')],
                    },
                ),
                migrations.CreateModel(
                    name='Raised',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('private', models.BooleanField(default=False)),
                        ('anonymous', models.BooleanField(default=False)),
                        ('joined', models.BooleanField(default=False)),
                        ('followed', models.BooleanField(default=True)),
                        ('created_at', models.DateTimeField()),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('resident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='raised', to='neighbours.resident')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['resident', '-id'], name='neighbour_raised')],
                    },
                ),
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', models.CharField(max_length=500)),
                        ('asked_at', models.DateTimeField()),
                        ('asked_by', models.BigIntegerField(null=True)),
                        ('asked_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('answer', models.TextField(blank=True, default='')),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('raised', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='neighbours.raised')),
                    ],
                ),
                migrations.CreateModel(
                    name='Resident',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sealed', models.BinaryField()),
                        ('phone_index', models.BinaryField(max_length=16, null=True, unique=True)),
                        ('wechat_index', models.BinaryField(max_length=32, null=True, unique=True)),
                        ('phone_mask', models.CharField(blank=True, default='', max_length=40)),
                        ('name_mask', models.CharField(blank=True, default='', max_length=40)),
                        ('home_mask', models.CharField(blank=True, default='', max_length=80)),
                        ('large_text', models.BooleanField(default=False)),
                        ('by_sms', models.BooleanField(default=True)),
                        ('created_at', models.DateTimeField()),
                        ('left_at', models.DateTimeField(null=True)),
                        ('home', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.area')),
                    ],
                ),
                migrations.CreateModel(
                    name='Delivery',
                    fields=[
                        ('id', models.UUIDField(default=chengyun.kernel.ids.new_id, primary_key=True, serialize=False)),
                        ('template', models.CharField(max_length=40)),
                        ('way', models.CharField(max_length=8)),
                        ('text', models.CharField(max_length=500)),
                        ('given', models.JSONField(default=dict)),
                        ('dedupe', models.CharField(max_length=120)),
                        ('state', models.CharField(default='waiting', max_length=8)),
                        ('created_at', models.DateTimeField()),
                        ('next_at', models.DateTimeField()),
                        ('tries', models.SmallIntegerField(default=0)),
                        ('sent_at', models.DateTimeField(null=True)),
                        ('read_at', models.DateTimeField(null=True)),
                        ('fault', models.CharField(blank=True, default='', max_length=20)),
                        ('receipt', models.CharField(blank=True, default='', max_length=80)),
                        ('bulletin', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='neighbours.bulletin')),
                        ('case', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('resident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='neighbours.resident')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state__in', ('waiting', 'sending'))), fields=['next_at'], name='neighbour_due'), models.Index(fields=['way', '-created_at'], name='neighbour_way'), models.Index(condition=models.Q(('state', 'dead')), fields=['state', '-created_at'], name='neighbour_dead')],
                        'constraints': [models.UniqueConstraint(fields=('resident', 'way', 'dedupe'), name='neighbour_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ResidentSession',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.BinaryField(max_length=32, unique=True)),
                        ('device', models.CharField(blank=True, default='', max_length=64)),
                        ('created_at', models.DateTimeField()),
                        ('expires_at', models.DateTimeField()),
                        ('resident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='neighbours.resident')),
                    ],
                ),
                migrations.CreateModel(
                    name='Restriction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reason', models.CharField(max_length=200)),
                        ('from_at', models.DateTimeField()),
                        ('until', models.DateTimeField()),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('appeal', models.CharField(blank=True, default='', max_length=500)),
                        ('appealed_at', models.DateTimeField(null=True)),
                        ('decision', models.CharField(blank=True, default='', max_length=8)),
                        ('decided_why', models.CharField(blank=True, default='', max_length=200)),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('decided_by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('resident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='restrictions', to='neighbours.resident')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['resident', '-until'], name='neighbour_restricted')],
                    },
                ),
            ],
        ),
    ]
