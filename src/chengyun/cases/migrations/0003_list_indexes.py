"""Indexes for the orders of the work lists; the planner learns that few cases are open and which of these are late."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0002_append_only_and_live'),
        ('org', '0003_sessions'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='casevisibility',
            name='due_status',
            field=models.SmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='case',
            name='joined_to',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joined', to='cases.case'),
        ),
        migrations.AlterField(
            model_name='case',
            name='split_from',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='cases.case'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('is_open', True)), fields=['due_status', 'next_due_at', 'id'], name='case_open_status_due'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('is_open', True), ('supervised', True)), fields=['next_due_at', 'id'], name='case_supervised_due'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('is_open', True), models.Q(('pending', ''), _negated=True)), fields=['next_due_at', 'id'], name='case_pending_due'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('callers__gt', 1), ('is_open', True)), fields=['next_due_at', 'id'], name='case_matter_due'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('joined_to__isnull', False)), fields=['joined_to'], name='case_joined_to'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('split_from__isnull', False)), fields=['split_from'], name='case_split_from'),
        ),
        migrations.RunSQL(
            "UPDATE cases_casevisibility v SET due_status = c.due_status FROM cases_case c"
            " WHERE c.id = v.case_id AND v.is_open AND c.due_status <> 0",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "CREATE STATISTICS case_open_states (mcv) ON is_open, state, due_status FROM cases_case;"
            "CREATE STATISTICS visibility_open_states (mcv) ON is_open, due_status FROM cases_casevisibility",
            "DROP STATISTICS case_open_states, visibility_open_states",
        ),
    ]
