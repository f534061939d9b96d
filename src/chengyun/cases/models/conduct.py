"""How the platform itself conducts a case, as data: ladder of an overdue limit, words of messages, optional steps."""

from typing import ClassVar

from django.db import models

from .catalogue import Category, Dated


class LadderRung(Dated):
    """督办阶梯: one step after a limit has passed: `amount` in `unit` later, `to` is told.

    `stage` empty is every stage; a stage that has rungs of its own uses only these.
    """

    UNIT, SUPERIOR, DISPATCHERS, SUPERVISORS = "unit", "superior", "dispatchers", "supervisors"
    RECEIVERS: ClassVar[dict[str, str]] = {
        UNIT: "承办单位", SUPERIOR: "上级单位", DISPATCHERS: "派单员", SUPERVISORS: "督办员",
    }  # fmt: skip

    code = models.CharField(max_length=40, unique=True)
    stage = models.CharField(max_length=32, blank=True, default="")
    level = models.PositiveSmallIntegerField()
    amount = models.DecimalField(max_digits=8, decimal_places=3)
    unit = models.CharField(max_length=16)
    to = models.CharField(max_length=16)

    class Meta:
        ordering = ["stage", "level"]

    def __str__(self):
        return self.code


class MessageTemplate(Dated):
    """消息模板: the words of one kind of message inside the desk, with {number}, {title} and the like."""

    code = models.CharField(max_length=40, unique=True)
    text = models.CharField(max_length=200)

    def __str__(self):
        return self.code


class StepSetting(Dated):
    """流程环节开关: an optional step of a lifecycle is off (or on again) for a category and all below it.

    No category is all of the lifecycle; the nearest category decides.
    """

    lifecycle = models.CharField(max_length=32)
    step = models.CharField(max_length=32)
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.CASCADE)
    enabled = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lifecycle", "step", "category"], nulls_distinct=False, name="step_setting_once"
            )
        ]
        ordering = ["lifecycle", "step", "id"]

    def __str__(self):
        return f"{self.lifecycle} {self.step}"
