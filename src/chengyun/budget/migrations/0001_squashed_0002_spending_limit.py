import django.db.models.deletion
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    replaces = [
        ('budget', '0001_initial'),
        ('budget', '0002_spending_limit'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='BudgetDocument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('year', models.PositiveSmallIntegerField()),
                        ('name', models.CharField(max_length=120)),
                        ('district', models.CharField(blank=True, default='', max_length=40)),
                        ('origin', models.CharField(max_length=12)),
                        ('file_name', models.CharField(blank=True, default='', max_length=200)),
                        ('content', models.JSONField(default=dict)),
                        ('findings', models.JSONField(default=list)),
                        ('unread', models.JSONField(default=list)),
                        ('errors', models.IntegerField(default=0)),
                        ('doubts', models.IntegerField(default=0)),
                        ('total', models.DecimalField(decimal_places=6, max_digits=18, null=True)),
                        ('version', models.IntegerField(default=1)),
                        ('changed_at', models.DateTimeField()),
                        ('changed_by_id', models.BigIntegerField(null=True)),
                        ('changed_by', models.CharField(max_length=120)),
                    ],
                    options={
                        'ordering': ['-year', 'name'],
                        'constraints': [models.UniqueConstraint(fields=('year', 'name'), name='budget_document_once')],
                    },
                ),
                migrations.CreateModel(
                    name='BudgetTarget',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('form', models.CharField(max_length=40)),
                        ('project', models.CharField(blank=True, default='', max_length=200)),
                        ('term', models.CharField(max_length=8)),
                        ('level1', models.CharField(blank=True, default='', max_length=20)),
                        ('level2', models.CharField(blank=True, default='', max_length=20)),
                        ('name', models.CharField(max_length=200)),
                        ('target', models.CharField(max_length=60)),
                        ('before2', models.CharField(blank=True, default='', max_length=60)),
                        ('before1', models.CharField(blank=True, default='', max_length=60)),
                        ('basis', models.CharField(blank=True, default='', max_length=40)),
                        ('line', models.IntegerField(default=0)),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='targets', to='budget.budgetdocument')),
                    ],
                    options={
                        'ordering': ['document_id', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='BudgetActual',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.PositiveSmallIntegerField()),
                        ('function', models.CharField(blank=True, default='', max_length=12)),
                        ('economic', models.CharField(blank=True, default='', max_length=12)),
                        ('project', models.CharField(blank=True, default='', max_length=40)),
                        ('kind', models.CharField(max_length=8)),
                        ('carried', models.BooleanField(default=False)),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=18)),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actuals', to='budget.budgetdocument')),
                    ],
                    options={
                        'ordering': ['document_id', 'month', 'id'],
                        'indexes': [models.Index(fields=['document', 'month'], name='budget_actual_month')],
                    },
                ),
                migrations.CreateModel(
                    name='BudgetRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('table', models.CharField(max_length=12)),
                        ('position', models.IntegerField()),
                        ('code', models.CharField(blank=True, default='', max_length=40)),
                        ('name', models.CharField(max_length=200)),
                        ('cells', models.JSONField(default=dict)),
                        ('more', models.JSONField(default=dict)),
                        ('unit', models.CharField(default='万元', max_length=4)),
                        ('line', models.IntegerField(default=0)),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='budget.budgetdocument')),
                    ],
                    options={
                        'ordering': ['document_id', 'id'],
                        'indexes': [models.Index(fields=['document', 'table'], name='budget_row_table')],
                    },
                ),
                migrations.CreateModel(
                    name='SelfEvaluation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('form', models.CharField(max_length=40)),
                        ('project', models.CharField(blank=True, default='', max_length=200)),
                        ('rows', models.JSONField(default=list)),
                        ('executed', models.DecimalField(decimal_places=6, max_digits=18, null=True)),
                        ('score', models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                        ('grade', models.CharField(blank=True, default='', max_length=4)),
                        ('version', models.IntegerField(default=1)),
                        ('changed_at', models.DateTimeField()),
                        ('changed_by_id', models.BigIntegerField(null=True)),
                        ('changed_by', models.CharField(max_length=120)),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evaluations', to='budget.budgetdocument')),
                    ],
                    options={
                        'ordering': ['document_id', 'id'],
                        'constraints': [models.UniqueConstraint(fields=('document', 'form'), name='budget_evaluation_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SpendingLimit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('value', models.DecimalField(decimal_places=2, max_digits=7)),
                        ('unit', models.CharField(blank=True, default='', max_length=20)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
            ],
        ),
    ]
