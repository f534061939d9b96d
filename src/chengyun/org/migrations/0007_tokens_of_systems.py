from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0006_sign_in_ways'),
    ]

    operations = [
        migrations.AddField(
            model_name='accesstoken',
            name='per_minute',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='accesstoken',
            name='created_by_id',
            field=models.BigIntegerField(null=True),
        ),
    ]
