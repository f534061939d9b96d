"""What happened to an order, what a reviewer said and what the discipline commission opened is not changed."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER orderstep_kept BEFORE UPDATE ON supervision_orderstep
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER qualityreview_kept BEFORE UPDATE ON supervision_qualityreview
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER lookrecord_kept BEFORE UPDATE OR DELETE ON supervision_lookrecord
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
"""
BACKWARD = """
DROP TRIGGER lookrecord_kept ON supervision_lookrecord;
DROP TRIGGER qualityreview_kept ON supervision_qualityreview;
DROP TRIGGER orderstep_kept ON supervision_orderstep;
"""


class Migration(migrations.Migration):
    dependencies = [("supervision", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
