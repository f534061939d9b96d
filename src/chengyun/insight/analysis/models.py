"""Which words the cases say, so that a year of them is a small sum."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Word(models.Model):
    word = models.CharField(max_length=20, unique=True)

    def __str__(self):
        return self.word


class CaseWords(models.Model):
    """Which words a case was counted under, and on which day."""

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    words = ArrayField(models.IntegerField(), default=list)

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="casewords_words", fastupdate=True),
            models.Index(fields=["day"], name="casewords_day"),
        ]

    def __str__(self):
        return str(self.case_id)


class WordDay(models.Model):
    """How many cases of a day say a word."""

    pk = models.CompositePrimaryKey("day", "word_id")
    day = models.DateField()
    word_id = models.IntegerField()
    cases = models.IntegerField()

    def __str__(self):
        return f"{self.day} {self.word_id} {self.cases}"
