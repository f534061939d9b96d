"""What comes in is noted for reading, in the writing transaction; severe words call the worker at once.

A plain insert into a table without unique keys: registrations never wait for each other. The pattern is only a sieve
(`insight.warnings.rules.severe_pattern`); the worker decides. Cases that are there already are read bit by bit.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION insight_words_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO insight_unread (case_id) SELECT case_id FROM came;
  IF EXISTS (
    SELECT 1 FROM insight_severepattern s, came w JOIN cases_case c ON c.id = w.case_id
    WHERE s.pattern <> '' AND c.received_at > now() - interval '7 days' AND (c.title || ' ' || w.text) ~ s.pattern
  ) THEN
    INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('default', 'insight.read_now', '{}');
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION insight_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO insight_unread (case_id) VALUES (NEW.case_id);
  RETURN NULL;
END $$;
CREATE TRIGGER insight_words_came AFTER INSERT ON cases_casetext REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION insight_words_came();
CREATE TRIGGER insight_words_changed AFTER UPDATE ON cases_casetext
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION insight_words_changed();
INSERT INTO insight_severepattern (pattern) VALUES ('');
INSERT INTO insight_unread (case_id) SELECT case_id FROM cases_casetext ORDER BY case_id;
"""
BACK = """
DROP TRIGGER insight_words_changed ON cases_casetext; DROP TRIGGER insight_words_came ON cases_casetext;
DROP FUNCTION insight_words_changed(); DROP FUNCTION insight_words_came();
"""


class Migration(migrations.Migration):
    dependencies = [("insight", "0003_warnings_and_words")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
