from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('channels', '0002_doors'),
    ]

    operations = [
        migrations.DeleteModel(name='RateBucket'),
    ]
