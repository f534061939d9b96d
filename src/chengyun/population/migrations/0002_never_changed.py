"""Looks and visits are evidence: never changed, never removed."""

from django.db import migrations

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
    dependencies = [("population", "0001_initial")]
    operations = [migrations.RunSQL(THERE, BACK)]
