"""What left the platform is recorded for good: a record may be completed once and is never changed otherwise."""

import django.utils.timezone
from django.db import migrations, models

ONCE = """
CREATE FUNCTION cases_complete_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.finished_at IS NULL AND NEW.finished_at IS NOT NULL
     AND (to_jsonb(NEW) - '{finished_at,complete,rows,size,digest}'::text[])
       = (to_jsonb(OLD) - '{finished_at,complete,rows,size,digest}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER export_append_only BEFORE UPDATE OR DELETE ON cases_exportrecord
  FOR EACH ROW EXECUTE FUNCTION cases_complete_once();
"""
BACK = "DROP TRIGGER export_append_only ON cases_exportrecord; DROP FUNCTION cases_complete_once();"


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_requester_name_index")]
    operations = [
        migrations.CreateModel(
            name="ExportRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account_id", models.BigIntegerField(db_index=True)),
                ("account_name", models.CharField(max_length=120)),
                ("unit_id", models.BigIntegerField(null=True)),
                ("format", models.CharField(max_length=8)),
                ("clear", models.BooleanField(default=False)),
                ("reason", models.CharField(max_length=200)),
                ("query", models.JSONField(default=dict)),
                ("words", models.TextField(blank=True, default="")),
                ("columns", models.JSONField(default=list)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(null=True)),
                ("complete", models.BooleanField(null=True)),
                ("rows", models.IntegerField(null=True)),
                ("size", models.BigIntegerField(null=True)),
                ("digest", models.BinaryField(max_length=32, null=True)),
            ],
        ),
        migrations.RunSQL(ONCE, BACK),
    ]
