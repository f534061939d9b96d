"""The indexes over time also carry what matters are counted by, and the points that maps of a period are drawn from."""

from django.db import migrations, models

COUNTED = ("channel", "lead_unit", "subdistrict", "area", "category", "kind", "joined_to")


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_signature_index")]
    operations = [
        migrations.RemoveIndex(model_name="case", name="case_received"),
        migrations.RemoveIndex(model_name="case", name="case_closed"),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["-received_at", "-id"], include=(*COUNTED, "lng", "lat"), name="case_received"
            ),
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
