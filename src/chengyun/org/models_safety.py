"""What keeps accounts safe: second factor, recovery codes, and who covers for whom."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from .models import Account


class SecondFactor(models.Model):
    """The secret of an authenticator app, sealed in the vault. `last_step` is the last time step that was used:
    a code counts once."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="factor")
    sealed = models.BinaryField()
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.account_id} {'confirmed' if self.confirmed_at else 'begun'}"


class RecoveryCode(models.Model):
    """A code on paper that stands in for the app once; kept as its SM3 digest."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    hash = models.BinaryField(max_length=32)
    created_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "hash"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"{self.account_id} {'used' if self.used_at else 'open'}"


class Cover(models.Model):
    """One person doing the work of another for some hours (代办). Only ended, never changed or removed."""

    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="covers_given")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="covers")
    reason = models.CharField(max_length=200)
    started_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["account", "-id"], name="cover_account")]

    def __str__(self) -> str:
        return f"{self.by_id} for {self.account_id} until {self.until:%F %T}"
