"""Positions in month partitions; what was recorded is not changed."""

from django.db import migrations

FORWARD = """
CREATE TABLE fieldwork_position (
  patrol_id bigint NOT NULL,
  at timestamptz NOT NULL,
  seq integer NOT NULL,
  lng double precision NOT NULL,
  lat double precision NOT NULL,
  accuracy double precision,
  speed double precision,
  battery smallint,
  marks smallint NOT NULL DEFAULT 0,
  grid_id bigint,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (patrol_id, at, seq)
) PARTITION BY RANGE (at);
CREATE TABLE fieldwork_position_stray PARTITION OF fieldwork_position DEFAULT;
CREATE TRIGGER position_kept BEFORE UPDATE OR DELETE ON fieldwork_position
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER pointcheck_kept BEFORE UPDATE ON fieldwork_pointcheck
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER callstep_kept BEFORE UPDATE ON fieldwork_callstep
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER handsetuse_kept BEFORE UPDATE ON fieldwork_handsetuse
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER tracklook_kept BEFORE UPDATE OR DELETE ON fieldwork_tracklook
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
ALTER TABLE fieldwork_lastposition SET (fillfactor = 50);
"""
BACKWARD = "DROP TABLE fieldwork_position CASCADE;"


def months(apps, schema_editor):
    from chengyun.fieldwork import partitions

    for ahead in range(-1, partitions.AHEAD + 1):
        partitions.make(partitions.month_after(partitions.timezone.localdate().replace(day=1), ahead))


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0001_initial"), ("cases", "0001_initial")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.RunPython(months, migrations.RunPython.noop),
    ]
