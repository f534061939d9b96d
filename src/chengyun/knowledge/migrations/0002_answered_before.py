"""Cases that were answered on the spot before there was a knowledge base are counted too."""

from django.db import migrations

FORWARD = """
INSERT INTO knowledge_answered (case_id, category_id, at, cited)
SELECT DISTINCT ON (e.case_id) e.case_id, c.category_id, e.at, false
FROM cases_event e JOIN cases_case c ON c.id = e.case_id WHERE e.action = 'direct_answer'
ORDER BY e.case_id, e.seq DESC ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
