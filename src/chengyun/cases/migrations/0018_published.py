"""What anybody outside may read of a case."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_old_open_cases")]
    operations = [
        migrations.CreateModel(
            name="Published",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="published",
                        serialize=False, to="cases.case",
                    ),
                ),
                ("words", models.CharField(blank=True, default="", max_length=500)),
                ("media_url", models.CharField(blank=True, default="", max_length=500)),
                ("received_at", models.DateTimeField()),
                ("updated_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField(null=True)),
                ("by_name", models.CharField(blank=True, default="", max_length=80)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-received_at", "-case"], name="published_received"),
                    models.Index(fields=["-updated_at", "-case"], name="published_updated"),
                ],
            },
        ),
    ]
