"""The index of signatures keeps a short pending list: whoever looks must read all of it."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_what_repeats")]
    operations = [
        migrations.RemoveIndex(model_name="signature", name="signature_bands"),
        migrations.AddIndex(
            model_name="signature",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("bands__isnull", False)),
                fields=["bands"],
                gin_pending_list_limit=256,
                name="signature_bands",
            ),
        ),
    ]
