"""Looks and visits are evidence: never changed, never removed."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

THERE = """
CREATE TRIGGER population_look_append_only BEFORE UPDATE OR DELETE ON population_look
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER population_visit_append_only BEFORE UPDATE OF uuid, plan_id, account_id, at, lng, lat, outcome, due_was
  OR DELETE ON population_visit FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
"""
BACK = """
DROP TRIGGER population_look_append_only ON population_look;
DROP TRIGGER population_visit_append_only ON population_visit;
"""


class Migration(migrations.Migration):

    replaces = [
        ('population', '0001_initial'),
        ('population', '0002_never_changed'),
    ]

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('kernel', '0001_squashed_0002_rate_buckets'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='VisitKind',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=40)),
                        ('subject', models.CharField(max_length=12)),
                        ('tenure', models.CharField(blank=True, default='', max_length=10)),
                        ('every_days', models.IntegerField(default=0)),
                        ('ask', models.CharField(blank=True, default='', max_length=300)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Address',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('subdistrict_code', models.CharField(blank=True, default='', max_length=40)),
                        ('community_code', models.CharField(blank=True, default='', max_length=40)),
                        ('grid_code', models.CharField(blank=True, default='', max_length=40)),
                        ('level', models.CharField(max_length=10)),
                        ('name', models.CharField(max_length=60)),
                        ('mark', models.CharField(max_length=60)),
                        ('whole', models.CharField(max_length=200)),
                        ('aliases', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                        ('pinyin', models.CharField(blank=True, default='', max_length=400)),
                        ('lng', models.FloatField(null=True)),
                        ('lat', models.FloatField(null=True)),
                        ('note', models.CharField(blank=True, default='', max_length=200)),
                        ('updated_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='population.address')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['level', 'mark'], name='address_mark', opclasses=['', 'varchar_pattern_ops']), models.Index(fields=['community_code', 'level'], name='address_community')],
                        'constraints': [models.UniqueConstraint(fields=('parent', 'community_code', 'level', 'mark'), name='address_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='House',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('use', models.CharField(default='home', max_length=10)),
                        ('tenure', models.CharField(default='own', max_length=10)),
                        ('square_metres', models.FloatField(null=True)),
                        ('updated_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('address', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='house', to='population.address')),
                    ],
                ),
                migrations.CreateModel(
                    name='Household',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('since', models.DateField(null=True)),
                        ('until', models.DateField(null=True)),
                        ('house', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='households', to='population.house')),
                    ],
                ),
                migrations.CreateModel(
                    name='Look',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('account_id', models.BigIntegerField()),
                        ('for_id', models.BigIntegerField(null=True)),
                        ('kind', models.CharField(max_length=10)),
                        ('resident_id', models.BigIntegerField(null=True)),
                        ('words', models.CharField(max_length=200)),
                        ('reason', models.CharField(blank=True, default='', max_length=200)),
                        ('rows', models.IntegerField(default=1)),
                        ('clear', models.BooleanField(default=False)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='population_look_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Premises',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120)),
                        ('trade', models.CharField(blank=True, default='', max_length=40)),
                        ('staff', models.IntegerField(null=True)),
                        ('sealed', models.BinaryField(null=True)),
                        ('contact_mask', models.CharField(blank=True, default='', max_length=60)),
                        ('phone_mask', models.CharField(blank=True, default='', max_length=40)),
                        ('closed_on', models.DateField(null=True)),
                        ('updated_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('address', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='premises', to='population.address')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('address', 'name'), name='premises_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Resident',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sealed', models.BinaryField()),
                        ('name_index', models.BinaryField(max_length=16, null=True)),
                        ('phone_index', models.BinaryField(max_length=16, null=True)),
                        ('id_index', models.BinaryField(max_length=16, null=True)),
                        ('name_mask', models.CharField(max_length=60)),
                        ('phone_mask', models.CharField(blank=True, default='', max_length=40)),
                        ('id_mask', models.CharField(blank=True, default='', max_length=30)),
                        ('relation', models.CharField(blank=True, default='', max_length=20)),
                        ('residence', models.CharField(default='local', max_length=10)),
                        ('since', models.DateField(null=True)),
                        ('until', models.DateField(null=True)),
                        ('updated_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='residents', to='population.household')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('name_index__isnull', False)), fields=['name_index'], name='resident_name'), models.Index(condition=models.Q(('phone_index__isnull', False)), fields=['phone_index'], name='resident_phone'), models.Index(condition=models.Q(('id_index__isnull', False)), fields=['id_index'], name='resident_id')],
                    },
                ),
                migrations.CreateModel(
                    name='Visit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('subdistrict_code', models.CharField(blank=True, default='', max_length=40)),
                        ('community_code', models.CharField(blank=True, default='', max_length=40)),
                        ('grid_code', models.CharField(blank=True, default='', max_length=40)),
                        ('uuid', models.UUIDField(unique=True)),
                        ('sensitive', models.BooleanField(default=False)),
                        ('account_id', models.BigIntegerField()),
                        ('worker', models.CharField(max_length=120)),
                        ('at', models.DateTimeField()),
                        ('received_at', models.DateTimeField()),
                        ('lng', models.FloatField(null=True)),
                        ('lat', models.FloatField(null=True)),
                        ('accuracy', models.FloatField(null=True)),
                        ('metres', models.IntegerField(null=True)),
                        ('outcome', models.CharField(max_length=10)),
                        ('sealed', models.BinaryField(null=True)),
                        ('due_was', models.DateField()),
                        ('next_due_on', models.DateField(null=True)),
                        ('case_number', models.CharField(blank=True, default='', max_length=40)),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='population.visitplan')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='visit_by_time'), models.Index(fields=['community_code', '-at', '-id'], name='visit_community'), models.Index(fields=['account_id', '-at', '-id'], name='visit_worker')],
                    },
                ),
                migrations.CreateModel(
                    name='VisitFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kernel.storedfile')),
                        ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='population.visit')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('visit', 'file'), name='visit_file_once')],
                    },
                ),
                migrations.CreateModel(
                    name='KeyPerson',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('since', models.DateField()),
                        ('until', models.DateField(null=True)),
                        ('sealed', models.BinaryField(null=True)),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('resident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinds', to='population.resident')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='population.visitkind')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('resident', 'kind'), name='key_person_open_once')],
                    },
                ),
                migrations.CreateModel(
                    name='VisitPlan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('subdistrict_code', models.CharField(blank=True, default='', max_length=40)),
                        ('community_code', models.CharField(blank=True, default='', max_length=40)),
                        ('grid_code', models.CharField(blank=True, default='', max_length=40)),
                        ('sensitive', models.BooleanField(default=False)),
                        ('worker_id', models.BigIntegerField(null=True)),
                        ('by_hand', models.BooleanField(default=False)),
                        ('due_on', models.DateField()),
                        ('last_at', models.DateTimeField(null=True)),
                        ('active', models.BooleanField(default=True)),
                        ('address', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='population.address')),
                        ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='plans', to='population.household')),
                        ('key_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='plans', to='population.keyperson')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='population.visitkind')),
                        ('premises', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='plans', to='population.premises')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('active', True)), fields=['due_on', 'id'], name='plan_due'), models.Index(condition=models.Q(('active', True)), fields=['worker_id', 'due_on', 'id'], name='plan_worker'), models.Index(condition=models.Q(('active', True)), fields=['community_code', 'due_on', 'id'], name='plan_community')],
                        'constraints': [models.UniqueConstraint(fields=('kind', 'household', 'key_person', 'premises'), name='visit_plan_once', nulls_distinct=False)],
                    },
                ),
            ],
        ),
        migrations.RunSQL(THERE, BACK),
    ]
