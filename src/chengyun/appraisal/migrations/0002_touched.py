"""Triggers that note which case's fact may be old, and all cases there are already.

Every action updates the case row, so one table is watched; what is read beside it (clocks, callbacks, parts) changes
in the same transaction.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION appraisal_case_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO appraisal_touched (case_id) SELECT id FROM came;
  RETURN NULL;
END $$;
CREATE FUNCTION appraisal_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO appraisal_touched (case_id) VALUES (coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;
CREATE TRIGGER appraisal_came AFTER INSERT ON cases_case REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION appraisal_case_came();
CREATE TRIGGER appraisal_changed AFTER UPDATE OR DELETE ON cases_case
  FOR EACH ROW EXECUTE FUNCTION appraisal_case_changed();
INSERT INTO appraisal_touched (case_id) SELECT id FROM cases_case;
"""
BACK = """
DROP TRIGGER appraisal_changed ON cases_case; DROP TRIGGER appraisal_came ON cases_case;
DROP FUNCTION appraisal_case_changed(); DROP FUNCTION appraisal_case_came();
"""


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0001_initial"), ("cases", "0015_signature_index")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
