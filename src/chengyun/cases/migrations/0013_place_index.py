"""Cases in a part of the map, in an area that somebody drew, and those without a point are found by index."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0012_counting_indexes'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['lng', 'lat'], name='case_place'),
        ),
    ]
