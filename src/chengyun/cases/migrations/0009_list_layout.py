from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_acted_for")]
    operations = [
        migrations.CreateModel(
            name="ListLayout",
            fields=[
                ("account_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("columns", models.JSONField(default=list)),
            ],
        ),
    ]
