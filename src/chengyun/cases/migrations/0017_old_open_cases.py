"""Open cases from before there were signatures are paired too, when nothing new waits."""

from django.db import migrations, models

AGAIN = """
UPDATE cases_signature s SET looked = NULL FROM cases_case c WHERE c.id = s.case_id AND c.is_open AND s.looked
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_index_only")]
    operations = [
        migrations.AlterField("signature", "looked", models.BooleanField(default=False, null=True)),
        migrations.AddIndex(
            model_name="signature",
            index=models.Index(condition=models.Q(("looked__isnull", True)), fields=["case"], name="signature_old"),
        ),
        migrations.RunSQL(AGAIN, migrations.RunSQL.noop),
    ]
