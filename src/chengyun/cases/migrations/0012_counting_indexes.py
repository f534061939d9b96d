"""The indexes over time carry what boards count by: a year is counted without reading its cases."""

from django.db import migrations, models

COUNTED = ("channel", "lead_unit", "subdistrict", "area", "category", "kind")


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_quiet_hours_and_digests")]
    operations = [
        migrations.RemoveIndex(model_name="case", name="case_received"),
        migrations.RemoveIndex(model_name="case", name="case_closed"),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["-received_at", "-id"], include=COUNTED, name="case_received"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["-closed_at", "-id"],
                include=(*COUNTED, "state", "was_overdue", "satisfaction"),
                condition=models.Q(("closed_at__isnull", False)),
                name="case_closed",
            ),
        ),
    ]
