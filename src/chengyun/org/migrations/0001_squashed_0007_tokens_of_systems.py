import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from chengyun.kernel.migrating import CreateModels


class Migration(migrations.Migration):

    replaces = [
        ('org', '0001_initial'),
        ('org', '0002_accountevent'),
        ('org', '0003_sessions'),
        ('org', '0004_account_safety'),
        ('org', '0005_master_data_changes'),
        ('org', '0006_sign_in_ways'),
        ('org', '0007_tokens_of_systems'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name='Account',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('username', models.CharField(max_length=60, unique=True)),
                        ('display_name', models.CharField(blank=True, default='', max_length=60)),
                        ('kind', models.CharField(default='person', max_length=10)),
                        ('language', models.CharField(default='zh-hans', max_length=10)),
                        ('is_active', models.BooleanField(default=True)),
                        ('is_demo', models.BooleanField(default=False)),
                        ('grants_version', models.IntegerField(default=1)),
                        ('must_change_password', models.BooleanField(default=False)),
                        ('last_seen', models.DateTimeField(blank=True, null=True)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='org.person')),
                        ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='org.unit')),
                        ('password_changed_at', models.DateTimeField(blank=True, null=True)),
                        ('second_factor', models.BooleanField(default=False)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='District',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('profile', models.CharField(max_length=40, unique=True)),
                        ('code', models.CharField(max_length=12)),
                        ('name', models.CharField(max_length=80)),
                        ('centre_name', models.CharField(blank=True, default='', max_length=120)),
                        ('is_demo', models.BooleanField(default=False)),
                        ('loaded_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                    ],
                ),
                migrations.CreateModel(
                    name='MasterDataImport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('token', models.CharField(max_length=64, unique=True)),
                        ('kind', models.CharField(max_length=40)),
                        ('file_name', models.CharField(blank=True, default='', max_length=200)),
                        ('account_id', models.BigIntegerField(null=True)),
                        ('state', models.CharField(default='previewed', max_length=10)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('committed_at', models.DateTimeField(null=True)),
                        ('basis', models.BigIntegerField(default=0)),
                        ('rows', models.JSONField(default=list)),
                        ('counts', models.JSONField(default=dict)),
                    ],
                ),
                migrations.CreateModel(
                    name='Person',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('staff_no', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='org.post')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='org.unit')),
                    ],
                    options={
                        'ordering': ['staff_no'],
                    },
                ),
                migrations.CreateModel(
                    name='Post',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80)),
                        ('sort', models.IntegerField(default=0)),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='org.unit')),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Role',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=60)),
                        ('description', models.TextField(blank=True, default='')),
                        ('permissions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('sort', models.IntegerField(default=0)),
                        ('coverable', models.BooleanField(default=True)),
                        ('idle_minutes', models.IntegerField(blank=True, null=True)),
                        ('second_factor', models.BooleanField(default=False)),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='AccessToken',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('hash', models.BinaryField(max_length=32, unique=True)),
                        ('prefix', models.CharField(max_length=16)),
                        ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('expires_at', models.DateTimeField(blank=True, null=True)),
                        ('revoked_at', models.DateTimeField(blank=True, null=True)),
                        ('last_used_at', models.DateTimeField(blank=True, null=True)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to=settings.AUTH_USER_MODEL)),
                        ('per_minute', models.PositiveIntegerField(default=0)),
                        ('created_by_id', models.BigIntegerField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='LoginAttempt',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('scope', models.CharField(max_length=8)),
                        ('key', models.BinaryField(max_length=32)),
                        ('failures', models.IntegerField(default=0)),
                        ('window_started', models.DateTimeField(default=django.utils.timezone.now)),
                        ('blocked_until', models.DateTimeField(null=True)),
                        ('about', models.BinaryField(db_index=True, max_length=32, null=True)),
                        ('strikes', models.IntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('scope', 'key'), name='login_attempt_key')],
                    },
                ),
                migrations.CreateModel(
                    name='OneTimeLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('hash', models.BinaryField(max_length=32, unique=True)),
                        ('purpose', models.CharField(max_length=24)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('expires_at', models.DateTimeField()),
                        ('used_at', models.DateTimeField(blank=True, null=True)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='Unit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=120)),
                        ('short_name', models.CharField(blank=True, default='', max_length=40)),
                        ('kind', models.CharField(max_length=16)),
                        ('path', models.TextField(blank=True, default='')),
                        ('calendar_code', models.CharField(blank=True, default='', max_length=40)),
                        ('phone_duty', models.CharField(blank=True, default='', max_length=40)),
                        ('sort', models.IntegerField(default=0)),
                        ('pinyin', models.CharField(blank=True, default='', max_length=400)),
                        ('managed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='managed_units', to='org.unit')),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='org.unit')),
                        ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='org.unit')),
                    ],
                    options={
                        'ordering': ['sort', 'id'],
                        'indexes': [models.Index(fields=['path'], name='unit_path', opclasses=['text_pattern_ops'])],
                    },
                ),
                migrations.CreateModel(
                    name='Grant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('area_code', models.CharField(blank=True, max_length=40, null=True)),
                        ('category_code', models.CharField(blank=True, max_length=40, null=True)),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to=settings.AUTH_USER_MODEL)),
                        ('role', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='org.role')),
                        ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='org.unit')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('account', 'role', 'unit', 'area_code', 'category_code'), name='grant_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='UnitName',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('valid_from', models.DateField(blank=True, null=True)),
                        ('valid_to', models.DateField(blank=True, null=True)),
                        ('source', models.CharField(blank=True, default='', max_length=300)),
                        ('name', models.CharField(max_length=120)),
                        ('short_name', models.CharField(blank=True, default='', max_length=40)),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='org.unit')),
                    ],
                    options={
                        'ordering': ['unit_id', 'valid_to'],
                    },
                ),
                migrations.CreateModel(
                    name='AccountEvent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                        ('kind', models.CharField(max_length=30)),
                        ('address', models.CharField(blank=True, default='', max_length=45)),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('detail', models.JSONField(default=dict)),
                        ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['account', '-id'], name='account_event'), models.Index(fields=['kind', '-id'], name='account_event_kind')],
                    },
                ),
                migrations.CreateModel(
                    name='Session',
                    fields=[
                        ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                        ('session_data', models.TextField(verbose_name='session data')),
                        ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                        ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('address', models.CharField(blank=True, default='', max_length=45)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('device', models.CharField(blank=True, default='', max_length=200)),
                        ('last_active', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'session',
                        'verbose_name_plural': 'sessions',
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SecondFactor',
                    fields=[
                        ('account', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='factor', serialize=False, to=settings.AUTH_USER_MODEL)),
                        ('sealed', models.BinaryField()),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('confirmed_at', models.DateTimeField(null=True)),
                        ('last_step', models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Cover',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reason', models.CharField(max_length=200)),
                        ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('until', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='covers', to=settings.AUTH_USER_MODEL)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='covers_given', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['account', '-id'], name='cover_account')],
                    },
                ),
                migrations.CreateModel(
                    name='RecoveryCode',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('hash', models.BinaryField(max_length=32)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('used_at', models.DateTimeField(null=True)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('account', 'hash'), name='recovery_code_once')],
                    },
                ),
                migrations.CreateModel(
                    name='MasterDataTrial',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                        ('kind', models.CharField(max_length=40)),
                        ('rows', models.JSONField(default=list)),
                        ('account_id', models.BigIntegerField(null=True)),
                        ('state', models.CharField(default='queued', max_length=8)),
                        ('looked', models.IntegerField(default=0)),
                        ('total', models.IntegerField(default=0)),
                        ('result', models.JSONField(null=True)),
                        ('created_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                        ('finished_at', models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='MasterDataChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40)),
                        ('key', models.CharField(max_length=400)),
                        ('name', models.CharField(blank=True, default='', max_length=200)),
                        ('action', models.CharField(max_length=8)),
                        ('before', models.JSONField(null=True)),
                        ('after', models.JSONField(null=True)),
                        ('origin', models.CharField(max_length=8)),
                        ('reason', models.CharField(blank=True, default='', max_length=500)),
                        ('account_id', models.BigIntegerField(null=True)),
                        ('account_name', models.CharField(blank=True, default='', max_length=80)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('state', models.CharField(default='done', max_length=10)),
                        ('effective_at', models.DateTimeField(null=True)),
                        ('settled_at', models.DateTimeField(null=True)),
                        ('error', models.CharField(blank=True, default='', max_length=500)),
                        ('batch', models.UUIDField(default=uuid.uuid4)),
                        ('undoes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='org.masterdatachange')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['kind', 'key', '-id'], name='masterdata_change_row'), models.Index(fields=['kind', '-id'], name='masterdata_change_kind'), models.Index(condition=models.Q(('state', 'waiting')), fields=['effective_at'], name='masterdata_change_waiting')],
                    },
                ),
                migrations.CreateModel(
                    name='PeopleSource',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=40)),
                        ('kind', models.CharField(max_length=8)),
                        ('enabled', models.BooleanField(default=False)),
                        ('every_hours', models.IntegerField(default=0)),
                        ('brake_percent', models.IntegerField(default=10)),
                        ('make_accounts', models.BooleanField(default=False)),
                        ('settings', models.JSONField(default=dict)),
                        ('sealed', models.BinaryField(null=True)),
                        ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('next_run_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='PersonContact',
                    fields=[
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='contact', serialize=False, to='org.person')),
                        ('sealed', models.BinaryField()),
                        ('phone_index', models.BinaryField(db_index=True, max_length=16, null=True)),
                        ('email_index', models.BinaryField(db_index=True, max_length=32, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='SignInWay',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=40)),
                        ('protocol', models.CharField(max_length=8)),
                        ('enabled', models.BooleanField(default=False)),
                        ('settings', models.JSONField(default=dict)),
                        ('sealed', models.BinaryField(null=True)),
                        ('sort', models.IntegerField(default=0)),
                        ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('last_ok_at', models.DateTimeField(null=True)),
                        ('last_error_at', models.DateTimeField(null=True)),
                        ('last_error', models.CharField(blank=True, default='', max_length=300)),
                    ],
                    options={
                        'ordering': ['sort', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='SpentHandshake',
                    fields=[
                        ('digest', models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                        ('expires_at', models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Passkey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('credential_id', models.BinaryField(max_length=1023, unique=True)),
                        ('public_key', models.BinaryField()),
                        ('counter', models.BigIntegerField(default=0)),
                        ('name', models.CharField(max_length=60)),
                        ('transports', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                        ('aaguid', models.CharField(blank=True, default='', max_length=36)),
                        ('synced', models.BooleanField(default=False)),
                        ('rp_id', models.CharField(max_length=253)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('last_used_at', models.DateTimeField(null=True)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passkeys', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['id'],
                    },
                ),
                migrations.CreateModel(
                    name='OutsideIdentity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('subject', models.CharField(max_length=255)),
                        ('linked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('last_used_at', models.DateTimeField(null=True)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identities', to=settings.AUTH_USER_MODEL)),
                        ('way', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identities', to='org.signinway')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('way', 'subject'), name='identity_subject'), models.UniqueConstraint(fields=('way', 'account'), name='identity_account')],
                    },
                ),
                migrations.CreateModel(
                    name='SyncedPerson',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('external_id', models.CharField(max_length=200)),
                        ('left_at', models.DateTimeField(null=True)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='org.person')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='org.peoplesource')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('source', 'external_id'), name='synced_external'), models.UniqueConstraint(fields=('source', 'person'), name='synced_person')],
                    },
                ),
                migrations.CreateModel(
                    name='SyncRun',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(blank=True, default='', max_length=80)),
                        ('state', models.CharField(default='previewed', max_length=10)),
                        ('file_name', models.CharField(blank=True, default='', max_length=200)),
                        ('counts', models.JSONField(default=dict)),
                        ('sealed', models.BinaryField(null=True)),
                        ('said', models.CharField(blank=True, default='', max_length=500)),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='org.peoplesource')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['source', '-id'], name='sync_run_source')],
                    },
                ),
            ],
        ),
    ]
