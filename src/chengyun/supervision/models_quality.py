"""质量抽查: samples of closed cases, drawn so that they can be drawn again, and what the reviewers said."""

from django.db import models


class QualitySample(models.Model):
    """A stratified random sample. `questions`: the checklist as it was; `strata`: [{"unit", "category", "cases",
    "drawn"}]; the same seed over the same cases draws the same."""

    name = models.CharField(max_length=80)
    closed_from = models.DateField()
    closed_to = models.DateField()
    size = models.IntegerField()
    seed = models.BigIntegerField()
    pass_mark = models.SmallIntegerField(default=60)
    cases = models.IntegerField()
    questions = models.JSONField(default=list)
    strata = models.JSONField(default=list)
    drawn_at = models.DateTimeField()
    drawn_by_id = models.BigIntegerField(null=True)
    drawn_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["-drawn_at", "-id"], name="sample_by_time")]

    def __str__(self):
        return self.name


class SampleItem(models.Model):
    """A case of a sample; `result` is what two reviewers agreed on, or the third said."""

    sample = models.ForeignKey(QualitySample, on_delete=models.CASCADE, related_name="items")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    category_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=8, default="open")
    result = models.CharField(max_length=8, blank=True, default="")
    score = models.FloatField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sample", "case"], name="sample_item_once")]
        indexes = [models.Index(fields=["decided_at", "unit"], name="sampleitem_decided")]

    def __str__(self):
        return f"{self.sample_id} {self.case_id}"


class QualityReview(models.Model):
    """One reviewer's answers: question code → yes, no, na. Never changed (a trigger)."""

    item = models.ForeignKey(SampleItem, on_delete=models.CASCADE, related_name="reviews")
    reviewer_id = models.BigIntegerField()
    reviewer = models.CharField(max_length=120)
    at = models.DateTimeField()
    answers = models.JSONField(default=dict)
    note = models.CharField(max_length=1000, blank=True, default="")
    score = models.FloatField()
    verdict = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "reviewer_id"], name="quality_review_once")]

    def __str__(self):
        return f"{self.item_id} {self.verdict}"
