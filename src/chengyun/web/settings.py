"""Django settings, derived from chengyun.kernel.config (environment variables or one TOML file)."""

import os
from urllib.parse import urlparse

_url = urlparse(os.environ.get("DATABASE_URL", "postgresql://localhost/chengyun"))
SECRET_KEY = os.environ.get("CHENGYUN_SECRET_KEY", "development-only")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "chengyun.kernel",
    "chengyun.org",
    "chengyun.places",
    "chengyun.cases",
    "chengyun.channels",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "chengyun.web.urls"
AUTH_USER_MODEL = "org.Account"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": (_url.path or "/chengyun").lstrip("/"),
        "USER": _url.username or "",
        "PASSWORD": _url.password or "",
        "HOST": _url.hostname or "",
        "PORT": _url.port or "",
    }
}
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
