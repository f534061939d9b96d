import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    replaces = [
        ('places', '0001_initial'),
        ('places', '0002_grid_plans'),
    ]

    initial = True

    dependencies = [
        ('org', '0001_squashed_0007_tokens_of_systems'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Area',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40)),
                        ('name', models.CharField(max_length=120)),
                        ('level', models.CharField(max_length=12)),
                        ('path', models.TextField(blank=True, default='')),
                        ('pinyin', models.CharField(blank=True, default='', max_length=400)),
                        ('lng', models.FloatField(blank=True, null=True)),
                        ('lat', models.FloatField(blank=True, null=True)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('managed_by_unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='managed_areas', to='org.unit')),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='places.area')),
                        ('kind', models.CharField(blank=True, default='', max_length=10)),
                    ],
                    options={
                        'ordering': ['code', 'valid_from'],
                        'indexes': [models.Index(fields=['path'], name='area_path', opclasses=['text_pattern_ops']), models.Index(fields=['level'], name='area_level')],
                        'constraints': [models.UniqueConstraint(fields=('code', 'valid_from'), name='area_code_valid_from', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='AreaGeometry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('geometry', models.JSONField()),
                        ('bbox', django.contrib.postgres.fields.ArrayField(base_field=models.FloatField(), size=4)),
                        ('source_crs', models.CharField(default='wgs84', max_length=16)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='geometries', to='places.area')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('area', 'valid_from'), name='area_geometry_valid_from', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='Place',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=60, unique=True)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(default='place', max_length=30)),
                        ('address', models.CharField(blank=True, default='', max_length=200)),
                        ('area_code', models.CharField(blank=True, db_index=True, default='', max_length=40)),
                        ('lng', models.FloatField(blank=True, null=True)),
                        ('lat', models.FloatField(blank=True, null=True)),
                        ('pinyin', models.CharField(blank=True, default='', max_length=400)),
                        ('search', django.contrib.postgres.search.SearchVectorField(null=True)),
                    ],
                    options={
                        'ordering': ['name', 'id'],
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='place_search'), models.Index(fields=['pinyin'], name='place_pinyin', opclasses=['varchar_pattern_ops'])],
                    },
                ),
                migrations.CreateModel(
                    name='GridRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=120)),
                        ('level', models.CharField(default='grid', max_length=12)),
                        ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, size=None)),
                        ('pattern', models.CharField(max_length=80)),
                        ('order', models.CharField(default='west_east', max_length=16)),
                        ('first', models.IntegerField(default=1)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['sort', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='GridPlan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=120)),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('effective_on', models.DateField()),
                        ('state', models.CharField(default='draft', max_length=10)),
                        ('version', models.IntegerField(default=1)),
                        ('operations', models.JSONField(default=list)),
                        ('next_operation', models.IntegerField(default=1)),
                        ('was', models.JSONField(default=list)),
                        ('became', models.JSONField(default=list)),
                        ('failure', models.CharField(blank=True, default='', max_length=500)),
                        ('created_by_id', models.BigIntegerField(null=True)),
                        ('created_by', models.CharField(blank=True, default='', max_length=120)),
                        ('submitted_by_id', models.BigIntegerField(null=True)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('applied_at', models.DateTimeField(null=True)),
                        ('undoes', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='places.gridplan')),
                    ],
                    options={
                        'ordering': ['-id'],
                        'indexes': [models.Index(fields=['state', 'effective_on'], name='grid_plan_state')],
                    },
                ),
                migrations.CreateModel(
                    name='GridPlanStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(blank=True, default='', max_length=120)),
                        ('action', models.CharField(max_length=16)),
                        ('note', models.CharField(blank=True, default='', max_length=1000)),
                        ('detail', models.JSONField(default=dict)),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='places.gridplan')),
                    ],
                    options={
                        'ordering': ['id'],
                    },
                ),
            ],
        ),
    ]
