import django.contrib.postgres.fields
import django.db.models.deletion
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
                    name='GridPost',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=40)),
                        ('duties', models.CharField(blank=True, default='', max_length=500)),
                        ('per_grid', models.FloatField(default=0)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('topic', models.CharField(max_length=40)),
                        ('kind', models.CharField(max_length=10)),
                        ('text', models.CharField(max_length=500)),
                        ('options', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, size=None)),
                        ('right', models.CharField(max_length=8)),
                        ('why', models.CharField(blank=True, default='', max_length=300)),
                    ],
                    options={
                        'ordering': ['topic', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='Course',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('topic', models.CharField(blank=True, default='', max_length=40)),
                        ('about', models.CharField(blank=True, default='', max_length=1000)),
                        ('at', models.DateTimeField()),
                        ('minutes', models.IntegerField(default=120)),
                        ('place', models.CharField(blank=True, default='', max_length=80)),
                        ('teacher', models.CharField(blank=True, default='', max_length=60)),
                        ('unit_code', models.CharField(blank=True, default='', max_length=40)),
                        ('posts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('state', models.CharField(default='planned', max_length=10)),
                        ('version', models.IntegerField(default=1)),
                        ('made_by', models.CharField(max_length=120)),
                        ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='course_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Exam',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('questions', models.IntegerField()),
                        ('pass_mark', models.IntegerField(default=80)),
                        ('minutes', models.IntegerField(default=30)),
                        ('tries', models.IntegerField(default=2)),
                        ('opens_at', models.DateTimeField()),
                        ('closes_at', models.DateTimeField()),
                        ('posts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('made_by', models.CharField(max_length=120)),
                        ('course', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='exams', to='fieldwork_staff.course')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-opens_at', '-id'], name='exam_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='GridWorker',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('staff_no', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('username', models.CharField(blank=True, db_index=True, default='', max_length=60)),
                        ('unit_code', models.CharField(max_length=40)),
                        ('grids', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('work_phone', models.CharField(blank=True, default='', max_length=20)),
                        ('employment', models.CharField(default='contract', max_length=12)),
                        ('employer', models.CharField(blank=True, default='', max_length=80)),
                        ('leave_reason', models.CharField(blank=True, default='', max_length=200)),
                        ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='workers', to='fieldwork_staff.gridpost')),
                    ],
                    options={
                        'ordering': ['staff_no'],
                        'indexes': [models.Index(fields=['unit_code'], name='gridworker_unit')],
                    },
                ),
                migrations.CreateModel(
                    name='Attendance',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('state', models.CharField(default='expected', max_length=10)),
                        ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='fieldwork_staff.course')),
                        ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='fieldwork_staff.gridworker')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('course', 'worker'), name='attendance_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Paper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('uuid', models.UUIDField(unique=True)),
                        ('number', models.SmallIntegerField()),
                        ('drawn', models.JSONField()),
                        ('answers', models.JSONField(default=dict)),
                        ('begun_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('score', models.FloatField(null=True)),
                        ('passed', models.BooleanField(null=True)),
                        ('late', models.BooleanField(default=False)),
                        ('exam', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='fieldwork_staff.exam')),
                        ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='fieldwork_staff.gridworker')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('ended_at__isnull', False)), fields=['exam', 'worker'], name='paper_ended')],
                        'constraints': [models.UniqueConstraint(fields=('exam', 'worker', 'number'), name='paper_once')],
                    },
                ),
            ],
        ),
    ]
