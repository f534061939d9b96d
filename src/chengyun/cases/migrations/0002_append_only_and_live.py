"""History that cannot be changed, and live messages that leave with the transaction.

A statement trigger tells listeners about every case that got an event: after commit, once per case, with the units
that may see it (chengyun.org.access.live_filter). Bulk imports set `chengyun.quiet` and tell once themselves.
"""

from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION cases_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON cases_event
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON cases_event
  FOR EACH STATEMENT EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE ON cases_seal
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
CREATE TRIGGER unmask_append_only BEFORE UPDATE OR DELETE ON cases_unmaskrecord
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_change();
"""

LIVE = """
CREATE FUNCTION cases_tell_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('chengyun.quiet', true) = 'on' THEN RETURN NULL; END IF;
  PERFORM pg_notify('chengyun_live', json_build_object(
      'type', 'case', 'number', c.number, 'state', c.state, 'action', e.action, 'seq', e.seq, 'at', e.at,
      'unit_ids', coalesce((SELECT json_agg(v.unit_id) FROM cases_casevisibility v WHERE v.case_id = c.id), '[]')
    )::text)
  FROM (SELECT DISTINCT ON (case_id) case_id, action, seq, at FROM made ORDER BY case_id, seq DESC) e
  JOIN cases_case c ON c.id = e.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER event_live AFTER INSERT ON cases_event REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION cases_tell_events();
CREATE FUNCTION cases_tell_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('chengyun_live', json_build_object(
      'type', 'notice', 'accounts', (SELECT json_agg(DISTINCT account_id) FROM made))::text)
  FROM (SELECT 1 FROM made LIMIT 1) any_made;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_live AFTER INSERT ON cases_notice REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION cases_tell_notices();
"""

BACK = """
DROP TRIGGER notice_live ON cases_notice; DROP FUNCTION cases_tell_notices();
DROP TRIGGER event_live ON cases_event; DROP FUNCTION cases_tell_events();
DROP TRIGGER unmask_append_only ON cases_unmaskrecord;
DROP TRIGGER seal_append_only ON cases_seal;
DROP TRIGGER event_no_truncate ON cases_event; DROP TRIGGER event_append_only ON cases_event;
DROP FUNCTION cases_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunSQL(APPEND_ONLY + LIVE, BACK)]
