from django.db import migrations, models

# The same as in 0002 with a lock: no two workers look at the same cases.
ASK = """
CREATE OR REPLACE FUNCTION dispatching_ask() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF pg_try_advisory_xact_lock(hashtext('chengyun.dispatching.ask')) THEN
    INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args)
    VALUES ('default', 'dispatching.propose', 0, 'dispatching.propose', 'dispatching.propose', '{}')
    ON CONFLICT DO NOTHING;
  END IF;
EXCEPTION WHEN OTHERS THEN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("dispatching", "0002_kept_by_triggers")]
    operations = [
        migrations.AddField("proposal", "sure", models.FloatField(null=True)),
        migrations.RunSQL(ASK, migrations.RunSQL.noop),
    ]
