from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0007_conduct'),
    ]

    operations = [
        migrations.AddField(
            model_name='unmaskrecord',
            name='for_id',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='exportrecord',
            name='for_id',
            field=models.BigIntegerField(null=True),
        ),
    ]
