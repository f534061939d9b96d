"""A reply that enters the history is noted for the check, in the same transaction and without a statement more."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION replies_note_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO replies_waiting (event_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER replies_note_sent AFTER INSERT ON cases_event FOR EACH ROW
  WHEN (NEW.action = 'reply') EXECUTE FUNCTION replies_note_sent();
INSERT INTO replies_waiting (event_id) SELECT id FROM cases_event WHERE action = 'reply' ON CONFLICT DO NOTHING;
"""
BACKWARD = """
DROP TRIGGER replies_note_sent ON cases_event;
DROP FUNCTION replies_note_sent();
"""


class Migration(migrations.Migration):
    dependencies = [("replies", "0001_initial"), ("cases", "0013_place_index")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
