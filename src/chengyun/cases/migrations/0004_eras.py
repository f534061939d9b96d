"""Where an event stands among all transactions, also after the database was restored into a new cluster.

Transaction ids begin anew there; the era is counted up (audit.begin_era), so that positions go on growing and seals
neither stop nor accuse falsely.
"""

from django.db import migrations, models

import chengyun.cases.models.event

FORWARD = """
CREATE SEQUENCE cases_era MINVALUE 0 START 0;
SELECT setval('cases_era', 0);
CREATE FUNCTION cases_position() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (SELECT last_value FROM cases_era) * 1099511627776 + pg_current_xact_id()::text::bigint
$$;
CREATE FUNCTION cases_horizon() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (SELECT last_value FROM cases_era) * 1099511627776 + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
$$;
"""
BACK = "DROP FUNCTION cases_horizon(); DROP FUNCTION cases_position(); DROP SEQUENCE cases_era;"


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_list_indexes")]
    operations = [
        migrations.RunSQL(FORWARD, BACK),
        migrations.AlterField(
            model_name="event",
            name="tx",
            field=models.BigIntegerField(db_default=chengyun.cases.models.event.Position()),
        ),
    ]
