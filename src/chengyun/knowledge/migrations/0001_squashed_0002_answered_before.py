"""Cases that were answered on the spot before there was a knowledge base are counted too."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels

FORWARD = """
INSERT INTO knowledge_answered (case_id, category_id, at, cited)
SELECT DISTINCT ON (e.case_id) e.case_id, c.category_id, e.at, false
FROM cases_event e JOIN cases_case c ON c.id = e.case_id WHERE e.action = 'direct_answer'
ORDER BY e.case_id, e.seq DESC ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):

    replaces = [
        ('knowledge', '0001_initial'),
        ('knowledge', '0002_answered_before'),
    ]

    initial = True

    dependencies = [
        ('cases', '0001_squashed_0018_published'),
        ('org', '0001_squashed_0007_tokens_of_systems'),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Article',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=20, unique=True)),
                        ('state', models.CharField(default='draft', max_length=12)),
                        ('version', models.IntegerField(default=1)),
                        ('edition', models.IntegerField(default=0)),
                        ('title', models.CharField(max_length=120)),
                        ('question', models.TextField(blank=True, default='')),
                        ('text', models.TextField(blank=True, default='')),
                        ('keywords', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('audience', models.CharField(default='public', max_length=12)),
                        ('categories', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('areas', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                        ('phones', models.JSONField(default=list)),
                        ('sources', models.JSONField(default=list)),
                        ('files', models.JSONField(default=list)),
                        ('valid_from', models.DateField(null=True)),
                        ('valid_until', models.DateField(null=True)),
                        ('review_on', models.DateField(null=True)),
                        ('published_at', models.DateTimeField(null=True)),
                        ('changed_at', models.DateTimeField()),
                        ('changed_by', models.CharField(max_length=120)),
                        ('created_at', models.DateTimeField()),
                        ('useful', models.IntegerField(default=0)),
                        ('useless', models.IntegerField(default=0)),
                        ('cited', models.IntegerField(default=0)),
                        ('origin', models.CharField(default='hand', max_length=12)),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-changed_at', '-id'], name='article_by_change'), models.Index(fields=['unit', '-changed_at'], name='article_unit'), models.Index(fields=['state', 'review_on'], name='article_state'), django.contrib.postgres.indexes.GinIndex(fields=['categories'], name='article_categories')],
                    },
                ),
                migrations.CreateModel(
                    name='KnowledgePeriod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('kind', models.CharField(max_length=12)),
                        ('category', models.CharField(blank=True, default='', max_length=40)),
                        ('amount', models.PositiveIntegerField()),
                        ('unit', models.CharField(max_length=16)),
                    ],
                    options={
                        'ordering': ['kind', 'category', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='SynonymGroup',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='ArticleStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField()),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor', models.CharField(max_length=120)),
                        ('action', models.CharField(max_length=12)),
                        ('edition', models.IntegerField(default=0)),
                        ('note', models.CharField(blank=True, default='', max_length=500)),
                        ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='knowledge.article')),
                    ],
                ),
                migrations.CreateModel(
                    name='AskedFor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField()),
                        ('words', models.CharField(max_length=60)),
                        ('place', models.CharField(default='desk', max_length=6)),
                        ('times', models.IntegerField(default=1)),
                        ('empty', models.IntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('day', 'words', 'place'), name='asked_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Citation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('edition', models.IntegerField()),
                        ('action', models.CharField(max_length=32)),
                        ('at', models.DateTimeField()),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by', models.CharField(max_length=120)),
                        ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='knowledge.article')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['article', 'at'], name='citation_article')],
                        'constraints': [models.UniqueConstraint(fields=('case', 'article', 'edition', 'action'), name='citation_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Correction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('edition', models.IntegerField()),
                        ('text', models.CharField(max_length=1000)),
                        ('passage', models.CharField(blank=True, default='', max_length=500)),
                        ('state', models.CharField(default='waiting', max_length=10)),
                        ('version', models.IntegerField(default=1)),
                        ('at', models.DateTimeField()),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by', models.CharField(max_length=120)),
                        ('due_at', models.DateTimeField()),
                        ('limit', models.CharField(max_length=60)),
                        ('told_late', models.BooleanField(default=False)),
                        ('answer', models.CharField(blank=True, default='', max_length=1000)),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('answered_by', models.CharField(blank=True, default='', max_length=120)),
                        ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='knowledge.article')),
                        ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['due_at'], name='correction_waiting'), models.Index(fields=['-at', '-id'], name='correction_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Edition',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.IntegerField()),
                        ('state', models.CharField(default='draft', max_length=10)),
                        ('content', models.JSONField(default=dict)),
                        ('note', models.CharField(blank=True, default='', max_length=300)),
                        ('author_id_at', models.BigIntegerField(null=True)),
                        ('author', models.CharField(max_length=120)),
                        ('saved_at', models.DateTimeField()),
                        ('submitted_at', models.DateTimeField(null=True)),
                        ('decided_at', models.DateTimeField(null=True)),
                        ('decided_by', models.CharField(blank=True, default='', max_length=120)),
                        ('reason', models.CharField(blank=True, default='', max_length=500)),
                        ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='knowledge.article')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('state', 'review')), fields=['submitted_at'], name='edition_waiting'), models.Index(condition=models.Q(('state__in', ('published', 'old'))), fields=['decided_at'], name='edition_published')],
                        'constraints': [models.UniqueConstraint(fields=('article', 'number'), name='edition_once'), models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'review', 'returned'))), fields=('article',), name='edition_one_open')],
                    },
                ),
                migrations.CreateModel(
                    name='InstitutionRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120)),
                        ('number', models.CharField(blank=True, default='', max_length=80)),
                        ('edition', models.CharField(blank=True, default='', max_length=20)),
                        ('state', models.CharField(default='draft', max_length=12)),
                        ('issued_on', models.DateField(null=True)),
                        ('effective_on', models.DateField(null=True)),
                        ('repealed_on', models.DateField(null=True)),
                        ('summary', models.CharField(blank=True, default='', max_length=1000)),
                        ('file', models.JSONField(null=True)),
                        ('version', models.IntegerField(default=1)),
                        ('history', models.JSONField(default=list)),
                        ('changed_at', models.DateTimeField()),
                        ('changed_by', models.CharField(max_length=120)),
                        ('replaced_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='knowledge.institutionrule')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['state', '-effective_on'], name='institutionrule_state')],
                    },
                ),
                migrations.CreateModel(
                    name='ArticleFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file_id', models.UUIDField(db_index=True)),
                        ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='knowledge.article')),
                        ('rule', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='knowledge.institutionrule')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('article', 'file_id'), name='articlefile_once'), models.UniqueConstraint(fields=('rule', 'file_id'), name='rulefile_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Mark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('who', models.CharField(max_length=48)),
                        ('useful', models.BooleanField()),
                        ('edition', models.IntegerField()),
                        ('at', models.DateTimeField()),
                        ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='knowledge.article')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('article', 'who'), name='mark_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Term',
                    fields=[
                        ('word', models.CharField(max_length=20, primary_key=True, serialize=False)),
                        ('sound', models.CharField(db_index=True, max_length=120)),
                        ('initials', models.CharField(db_index=True, max_length=20)),
                        ('pieces', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), default=list, size=None)),
                        ('weight', models.IntegerField(default=1)),
                        ('query', models.CharField(max_length=200)),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['pieces'], name='term_pieces')],
                    },
                ),
                migrations.CreateModel(
                    name='Upward',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('way', models.CharField(max_length=6)),
                        ('state', models.CharField(default='queued', max_length=8)),
                        ('edition', models.IntegerField(default=0)),
                        ('key', models.CharField(max_length=64, unique=True)),
                        ('since', models.DateTimeField(null=True)),
                        ('articles', models.IntegerField(default=1)),
                        ('at', models.DateTimeField()),
                        ('by', models.CharField(max_length=120)),
                        ('tries', models.IntegerField(default=0)),
                        ('next_at', models.DateTimeField(null=True)),
                        ('fault', models.CharField(blank=True, default='', max_length=300)),
                        ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='knowledge.article')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-at', '-id'], name='upward_by_time'), models.Index(condition=models.Q(('state', 'queued'), ('way', 'push')), fields=['next_at'], name='upward_waiting')],
                    },
                ),
                migrations.CreateModel(
                    name='Answered',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                        ('at', models.DateTimeField()),
                        ('cited', models.BooleanField(default=False)),
                        ('category', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.category')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['at'], include=('category', 'cited', 'case'), name='answered_at')],
                    },
                ),
                migrations.CreateModel(
                    name='ArticleWords',
                    fields=[
                        ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='words', serialize=False, to='knowledge.article')),
                        ('head', django.contrib.postgres.search.SearchVectorField(null=True)),
                        ('search', django.contrib.postgres.search.SearchVectorField(null=True)),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=True, fields=['head'], name='articlewords_head'), django.contrib.postgres.indexes.GinIndex(fastupdate=True, fields=['search'], name='articlewords_search')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(FORWARD, migrations.RunSQL.noop),
    ]
