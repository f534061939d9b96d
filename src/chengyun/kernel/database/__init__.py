"""The database engine of the settings: Django's PostgreSQL, see base.py."""
