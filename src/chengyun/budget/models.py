"""A department budget of a year as it is held: its document and rows, what was spent, how it was judged."""

from django.db import models


class BudgetDocument(models.Model):
    """部门预算 of one unit and year. `content`: what is not a table of amounts (forms, goals, words), see storing.py;
    `findings`: of the last check, with the same content."""

    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    district = models.CharField(max_length=40, blank=True, default="")
    origin = models.CharField(max_length=12)
    file_name = models.CharField(max_length=200, blank=True, default="")
    content = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    errors = models.IntegerField(default=0)
    doubts = models.IntegerField(default=0)
    total = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    version = models.IntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)
    changed_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["-year", "name"]
        constraints = [models.UniqueConstraint(fields=["year", "name"], name="budget_document_once")]

    def __str__(self):
        return f"{self.year} {self.name}"


class BudgetRow(models.Model):
    """A row of a table. `cells`: column → amount as printed; `unit` of all of them."""

    document = models.ForeignKey(BudgetDocument, models.CASCADE, related_name="rows")
    table = models.CharField(max_length=12)
    position = models.IntegerField()
    code = models.CharField(max_length=40, blank=True, default="")
    name = models.CharField(max_length=200)
    cells = models.JSONField(default=dict)
    more = models.JSONField(default=dict)
    unit = models.CharField(max_length=4, default="万元")
    line = models.IntegerField(default=0)

    class Meta:
        ordering = ["document_id", "id"]
        indexes = [models.Index(fields=["document", "table"], name="budget_row_table")]

    def __str__(self):
        return f"{self.table} {self.code} {self.name}"


class BudgetTarget(models.Model):
    """An indicator of tables 11 and 12 with its target, as printed. `form` is the table it stands in."""

    document = models.ForeignKey(BudgetDocument, models.CASCADE, related_name="targets")
    form = models.CharField(max_length=40)
    project = models.CharField(max_length=200, blank=True, default="")
    term = models.CharField(max_length=8)
    level1 = models.CharField(max_length=20, blank=True, default="")
    level2 = models.CharField(max_length=20, blank=True, default="")
    name = models.CharField(max_length=200)
    target = models.CharField(max_length=60)
    before2 = models.CharField(max_length=60, blank=True, default="")
    before1 = models.CharField(max_length=60, blank=True, default="")
    basis = models.CharField(max_length=40, blank=True, default="")
    line = models.IntegerField(default=0)

    class Meta:
        ordering = ["document_id", "id"]

    def __str__(self):
        return f"{self.form} {self.name}"


class BudgetActual(models.Model):
    """支出执行数 of a month in yuan, by subject and project."""

    document = models.ForeignKey(BudgetDocument, models.CASCADE, related_name="actuals")
    month = models.PositiveSmallIntegerField()
    function = models.CharField(max_length=12, blank=True, default="")
    economic = models.CharField(max_length=12, blank=True, default="")
    project = models.CharField(max_length=40, blank=True, default="")
    kind = models.CharField(max_length=8)
    carried = models.BooleanField(default=False)
    amount = models.DecimalField(max_digits=18, decimal_places=2)

    class Meta:
        ordering = ["document_id", "month", "id"]
        indexes = [models.Index(fields=["document", "month"], name="budget_actual_month")]

    def __str__(self):
        return f"{self.month} {self.function} {self.amount}"


class SelfEvaluation(models.Model):
    """绩效自评 of a form (or the whole). `rows`: indicators with what was reached, score, evidence and explanation."""

    document = models.ForeignKey(BudgetDocument, models.CASCADE, related_name="evaluations")
    form = models.CharField(max_length=40)
    project = models.CharField(max_length=200, blank=True, default="")
    rows = models.JSONField(default=list)
    executed = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    score = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    grade = models.CharField(max_length=4, blank=True, default="")
    version = models.IntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)
    changed_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["document_id", "id"]
        constraints = [models.UniqueConstraint(fields=["document", "form"], name="budget_evaluation_once")]

    def __str__(self):
        return f"{self.document_id} {self.form}"


class SpendingLimit(models.Model):
    """A number from which a warning of the execution begins, with where it comes from."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    value = models.DecimalField(max_digits=7, decimal_places=2)
    unit = models.CharField(max_length=20, blank=True, default="")
    source = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.code
