import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('org', '0001_squashed_0007_tokens_of_systems'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='ComponentClass',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=8, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('category', models.CharField(blank=True, default='', max_length=40)),
                        ('sort', models.IntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='Component',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=120)),
                        ('state', models.CharField(default='normal', max_length=10)),
                        ('lng', models.FloatField(blank=True, null=True)),
                        ('lat', models.FloatField(blank=True, null=True)),
                        ('address', models.CharField(blank=True, default='', max_length=200)),
                        ('grid_code', models.CharField(blank=True, db_index=True, default='', max_length=40)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('maintainer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='components', to='components.componentclass')),
                    ],
                    options={
                        'ordering': ['code'],
                        'indexes': [models.Index(fields=['lng', 'lat'], name='component_place')],
                    },
                ),
                migrations.CreateModel(
                    name='ComponentCase',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('by', models.CharField(blank=True, default='', max_length=120)),
                        ('removed_at', models.DateTimeField(null=True)),
                        ('removed_by', models.CharField(blank=True, default='', max_length=120)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                        ('component', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='components.component')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('component', 'case'), name='component_case_once')],
                    },
                ),
            ],
        ),
    ]
