from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0009_list_layout'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='unmaskrecord',
            index=models.Index(fields=['-at', '-id'], name='unmask_by_time'),
        ),
        migrations.AddIndex(
            model_name='exportrecord',
            index=models.Index(fields=['-at', '-id'], name='export_by_time'),
        ),
    ]
