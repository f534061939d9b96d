from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kernel', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='RateBucket',
            fields=[
                ('key', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('tokens', models.FloatField()),
                ('granted', models.IntegerField(default=0)),
                ('at', models.DateTimeField()),
            ],
        ),
        # Lost in a crash at no harm (buckets are full again); needs no write-ahead log.
        migrations.RunSQL(
            "ALTER TABLE kernel_ratebucket SET UNLOGGED", "ALTER TABLE kernel_ratebucket SET LOGGED"
        ),
    ]
