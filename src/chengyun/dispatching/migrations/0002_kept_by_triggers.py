"""Triggers: which cases wait for a proposal, who was given a case first, and what became of it; the past filled in.

A case must never fail because of them, so that asking for a worker is tried and given up in silence (a job looks
every minute anyway). Whoever asks takes an advisory lock: registrations do not wait for each other.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION dispatching_ask() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF pg_try_advisory_xact_lock(hashtext('chengyun.dispatching.ask')) THEN
    INSERT INTO procrastinate_jobs (queue_name, task_name, priority, queueing_lock, args)
    VALUES ('default', 'dispatching.propose', 0, 'dispatching.propose', '{}') ON CONFLICT DO NOTHING;
  END IF;
EXCEPTION WHEN OTHERS THEN NULL;
END $$;

CREATE FUNCTION dispatching_case_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dispatching_waiting (case_id, since, attempts)
  SELECT id, now(), 0 FROM came WHERE is_open ON CONFLICT (case_id) DO NOTHING;
  IF FOUND THEN PERFORM dispatching_ask(); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_came AFTER INSERT ON cases_case REFERENCING NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION dispatching_case_came();

CREATE FUNCTION dispatching_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dispatching_waiting (case_id, since, attempts) VALUES (NEW.id, now(), 0)
  ON CONFLICT (case_id) DO UPDATE SET since = now(), attempts = 0;
  PERFORM dispatching_ask();
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_changed AFTER UPDATE ON cases_case FOR EACH ROW
  WHEN (NEW.is_open AND NEW.dispatched_at IS NULL AND (
    (OLD.state, OLD.category_id, OLD.title, OLD.address, OLD.area_id, OLD.kind, OLD.urgency, OLD.lng, OLD.lat)
    IS DISTINCT FROM
    (NEW.state, NEW.category_id, NEW.title, NEW.address, NEW.area_id, NEW.kind, NEW.urgency, NEW.lng, NEW.lat)))
  EXECUTE FUNCTION dispatching_case_changed();

CREATE FUNCTION dispatching_case_dispatched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dispatching_firstdispatch (case_id, unit_id, category_id, at, by_id, moved, taken_back)
  SELECT DISTINCT ON (g.case_id) g.case_id, g.unit_id, c.category_id, g.sent_at, g.sent_by_id, false, false
  FROM given g JOIN cases_case c ON c.id = g.case_id WHERE g.role = 'lead' AND g.parent_id IS NULL
  ORDER BY g.case_id, g.id
  ON CONFLICT (case_id) DO UPDATE SET taken_back = false,
    moved = dispatching_firstdispatch.moved OR dispatching_firstdispatch.unit_id <> EXCLUDED.unit_id;
  UPDATE dispatching_proposal p SET final_unit_id = f.unit_id, decided_at = f.at, decided_by_id = f.by_id
  FROM given g JOIN dispatching_firstdispatch f ON f.case_id = g.case_id
  WHERE p.case_id = g.case_id AND p.decided_at IS NULL AND g.role = 'lead' AND g.parent_id IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_given AFTER INSERT ON cases_assignment REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION dispatching_case_dispatched();

CREATE FUNCTION dispatching_case_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dispatching_firstdispatch SET category_id = NEW.category_id, taken_back = NEW.lead_unit_id IS NULL
  WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatching_moved AFTER UPDATE ON cases_case FOR EACH ROW
  WHEN (OLD.category_id IS DISTINCT FROM NEW.category_id
    OR (OLD.lead_unit_id IS NOT NULL AND NEW.lead_unit_id IS NULL))
  EXECUTE FUNCTION dispatching_case_moved();

INSERT INTO dispatching_firstdispatch (case_id, unit_id, category_id, at, by_id, moved, taken_back)
SELECT a.case_id, (array_agg(a.unit_id ORDER BY a.id))[1], min(c.category_id), min(a.sent_at),
  (array_agg(a.sent_by_id ORDER BY a.id))[1], count(DISTINCT a.unit_id) > 1, bool_and(c.lead_unit_id IS NULL)
FROM cases_assignment a JOIN cases_case c ON c.id = a.case_id
WHERE a.role = 'lead' AND a.parent_id IS NULL GROUP BY a.case_id;
INSERT INTO dispatching_waiting (case_id, since, attempts)
SELECT id, now(), 0 FROM cases_case WHERE is_open AND dispatched_at IS NULL;
"""
BACK = """
DROP TRIGGER dispatching_moved ON cases_case; DROP TRIGGER dispatching_given ON cases_assignment;
DROP TRIGGER dispatching_changed ON cases_case; DROP TRIGGER dispatching_came ON cases_case;
DROP FUNCTION dispatching_case_moved(); DROP FUNCTION dispatching_case_dispatched();
DROP FUNCTION dispatching_case_changed(); DROP FUNCTION dispatching_case_came(); DROP FUNCTION dispatching_ask();
"""


class Migration(migrations.Migration):
    dependencies = [("dispatching", "0001_initial"), ("procrastinate", "0041_post_retry_failed_job"), ("cases", "0013_place_index")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
