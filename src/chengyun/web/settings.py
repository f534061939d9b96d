"""Django settings, derived from chengyun.kernel.config (environment variables or one TOML file).

Nothing here connects: importing works without a database.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from chengyun.kernel.config import current
from chengyun.kernel.embedded_postgres import EmbeddedPostgres

config = current()


def database(url: str) -> dict[str, Any]:
    """Django's form of a libpq URL; `?host=` names a socket directory."""
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "chengyun.kernel.database",
        "NAME": unquote(parts.path.lstrip("/")) or "chengyun",
        "USER": unquote(parts.username or "") or query.get("user", ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {"min_size": 0, "max_size": config.database_pool, "max_idle": 10.0, "timeout": 20},
            "application_name": "chengyun",
            "prepare_threshold": 3,  # for kernel.rows only: Django's own cursors never prepare
            **{key: query[key] for key in ("sslmode", "sslrootcert") if key in query},
        },
    }


DATABASES = {"default": database(config.database_url or EmbeddedPostgres.from_config(config).url)}

SECRET_KEY = config.signing_key()
DEBUG = False
ALLOWED_HOSTS = [*config.allowed_hosts, "testserver"]
ROOT_URLCONF = "chengyun.web.urls"
AUTH_USER_MODEL = "org.Account"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "procrastinate.contrib.django",
    "chengyun.kernel",
    "chengyun.org",
    "chengyun.places",
    "chengyun.cases",
    "chengyun.channels",
    "chengyun.channels.open311",
    "chengyun.channels.outbox",
    "chengyun.insight",
    "chengyun.insight.reports",
    "chengyun.dispatching",
    "chengyun.replies",
    "chengyun.supervision",
    "chengyun.appraisal",
    "chengyun.budget",
    "chengyun.components",
    "chengyun.population",
    "chengyun.fieldwork",
    "chengyun.fieldwork.staff",
    "chengyun.fieldwork.sync",
    "chengyun.neighbours",
    "chengyun.knowledge",
    "chengyun.webhooks",
    "chengyun.operations",
]
MIDDLEWARE = [
    "chengyun.web.middleware.RequestIdMiddleware",
    "chengyun.web.error_shape.ErrorShapeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

PASSWORD_HASHERS = [
    "chengyun.org.hashers.Argon2idHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # of before; hashed anew at the next log-in
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "chengyun.org.passwords.Length"},
    {"NAME": "chengyun.org.passwords.Kinds"},
    {"NAME": "chengyun.org.passwords.NotTheName"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_ENGINE = "chengyun.org.sessions"
SESSION_COOKIE_NAME = "chengyun_session"
SESSION_COOKIE_AGE = config.session_hours * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = config.behind_tls
CSRF_COOKIE_NAME = "chengyun_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = list(config.trusted_origins)
CSRF_FAILURE_VIEW = "chengyun.web.urls.csrf_failure"
if config.behind_tls:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

_LARGEST_MB = max(config.upload_image_mb, config.upload_audio_mb, config.upload_video_mb, config.upload_document_mb)
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LARGEST_BYTES = _LARGEST_MB * 1024 * 1024

PROCRASTINATE_ON_APP_READY = None
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"format": "{asctime} {levelname:<7} {name} {message}", "style": "{"},
        "json": {"()": "chengyun.web.logs.JsonFormatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": config.log_format}},
    "root": {"handlers": ["console"], "level": config.log_level},
    "loggers": {
        "procrastinate": {"level": "WARNING"},
        "psycopg.pool": {"level": "ERROR"},
        "django.request": {"level": "ERROR"},
    },
}
