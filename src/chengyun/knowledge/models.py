"""Articles with all their editions, what finds them, what people say of them, and the centre's own rules."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from chengyun.cases.models.catalogue import Dated

from .words import ASKED, DRAFT, PUBLIC, WAITING


class Article(models.Model):
    """An article as it is published now; until it is published first, as its draft stands.

    `version` guards against two editors at once, `edition` is the number of what is published (0: nothing yet).
    What is being written beside it is an Edition. `state` follows the days by itself (keeping.by_days), but what may
    be an answer is decided by the days themselves.
    """

    number = models.CharField(max_length=20, unique=True)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, default=DRAFT)
    version = models.IntegerField(default=1)
    edition = models.IntegerField(default=0)
    title = models.CharField(max_length=120)
    question = models.TextField(blank=True, default="")
    text = models.TextField(blank=True, default="")
    keywords = ArrayField(models.CharField(max_length=40), default=list)
    audience = models.CharField(max_length=12, default=PUBLIC)
    categories = ArrayField(models.CharField(max_length=40), default=list)
    areas = ArrayField(models.CharField(max_length=40), default=list)
    phones = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    files = models.JSONField(default=list)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    review_on = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)
    created_at = models.DateTimeField()
    useful = models.IntegerField(default=0)
    useless = models.IntegerField(default=0)
    cited = models.IntegerField(default=0)
    origin = models.CharField(max_length=12, default="hand")

    class Meta:
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="article_by_change"),
            models.Index(fields=["unit", "-changed_at"], name="article_unit"),
            models.Index(fields=["state", "review_on"], name="article_state"),
            GinIndex(fields=["categories"], name="article_categories"),
        ]

    def __str__(self):
        return self.title


class Edition(models.Model):
    """One edition, kept as it was: `content` has all that a person wrote. At most one of an article is not decided."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="editions")
    number = models.IntegerField()
    state = models.CharField(max_length=10, default=DRAFT)
    content = models.JSONField(default=dict)
    note = models.CharField(max_length=300, blank=True, default="")
    author_id_at = models.BigIntegerField(null=True)
    author = models.CharField(max_length=120)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="edition_once"),
            models.UniqueConstraint(
                fields=["article"], name="edition_one_open", condition=Q(state__in=("draft", "review", "returned"))
            ),
        ]
        indexes = [
            models.Index(fields=["submitted_at"], name="edition_waiting", condition=Q(state="review")),
            models.Index(fields=["decided_at"], name="edition_published", condition=Q(state__in=("published", "old"))),
        ]

    def __str__(self):
        return f"{self.article_id}@{self.number}"


class ArticleStep(models.Model):
    """What was done to an article, and by whom; never changed."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)
    action = models.CharField(max_length=12)
    edition = models.IntegerField(default=0)
    note = models.CharField(max_length=500, blank=True, default="")

    def __str__(self):
        return f"{self.article_id} {self.action}"


class ArticleWords(models.Model):
    """By what an article is found: tokens of title, questions and keywords; tokens of everything."""

    article = models.OneToOneField(Article, primary_key=True, on_delete=models.CASCADE, related_name="words")
    head = SearchVectorField(null=True)
    search = SearchVectorField(null=True)

    class Meta:
        indexes = [
            GinIndex(fields=["head"], name="articlewords_head", fastupdate=True),
            GinIndex(fields=["search"], name="articlewords_search", fastupdate=True),
        ]

    def __str__(self):
        return f"{self.article_id}"


class ArticleFile(models.Model):
    """Which files articles and rules have or had, so that whoever may read one may open its files."""

    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE, related_name="+")
    rule = models.ForeignKey("knowledge.InstitutionRule", null=True, on_delete=models.CASCADE, related_name="+")
    file_id = models.UUIDField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "file_id"], name="articlefile_once"),
            models.UniqueConstraint(fields=["rule", "file_id"], name="rulefile_once"),
        ]

    def __str__(self):
        return str(self.file_id)


class Term(models.Model):
    """A word of titles, questions and keywords with how it sounds: for pinyin, initials and slips of the keyboard.

    `sound`: its syllables in one spelling for what sounds alike (sounds.plain_sound);
    `pieces`: threes of letters; `query`: the articles that have it."""

    word = models.CharField(max_length=20, primary_key=True)
    sound = models.CharField(max_length=120, db_index=True)
    initials = models.CharField(max_length=20, db_index=True)
    pieces = ArrayField(models.CharField(max_length=3), default=list)
    weight = models.IntegerField(default=1)
    query = models.CharField(max_length=200)

    class Meta:
        indexes = [GinIndex(fields=["pieces"], name="term_pieces")]

    def __str__(self):
        return self.word


class Mark(models.Model):
    """Useful or not, once per person: `who` is "a:ACCOUNT", or "p:" and a digest for the public."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="marks")
    who = models.CharField(max_length=48)
    useful = models.BooleanField()
    edition = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "who"], name="mark_once")]

    def __str__(self):
        return f"{self.article_id} {self.useful}"


class Correction(models.Model):
    """What a call-taker found wrong; the owner answers within a limit of working time."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="corrections")
    edition = models.IntegerField()
    text = models.CharField(max_length=1000)
    passage = models.CharField(max_length=500, blank=True, default="")
    state = models.CharField(max_length=10, default=WAITING)
    version = models.IntegerField(default=1)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by = models.CharField(max_length=120)
    due_at = models.DateTimeField()
    limit = models.CharField(max_length=60)
    told_late = models.BooleanField(default=False)
    answer = models.CharField(max_length=1000, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="correction_waiting", condition=Q(state="waiting")),
            models.Index(fields=["-at", "-id"], name="correction_by_time"),
        ]

    def __str__(self):
        return f"{self.article_id} {self.text[:20]}"


class Citation(models.Model):
    """An article that a case was answered with, in the edition that was read."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="citations")
    edition = models.IntegerField()
    action = models.CharField(max_length=32)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "article", "edition", "action"], name="citation_once")]
        indexes = [models.Index(fields=["article", "at"], name="citation_article")]

    def __str__(self):
        return f"{self.case_id} {self.article_id}@{self.edition}"


class Answered(models.Model):
    """A case that was answered on the spot, with an article or without: counted by category."""

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE, related_name="+")
    category = models.ForeignKey(
        "cases.Category", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    cited = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["at"], name="answered_at", include=["category", "cited", "case"])]

    def __str__(self):
        return f"{self.case_id}"


class AskedFor(models.Model):
    """How often something was searched for on a day, and how often nothing was found. No person is kept, and no
    number that could be one's."""

    day = models.DateField()
    words = models.CharField(max_length=60)
    place = models.CharField(max_length=6, default=ASKED[0])
    times = models.IntegerField(default=1)
    empty = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "words", "place"], name="asked_once")]

    def __str__(self):
        return f"{self.words} {self.times}"


class Upward(models.Model):
    """A report to the city's knowledge base: one file, or one edition pushed over its interface."""

    FILE, PUSH = "file", "push"
    QUEUED, SENT, FAILED = "queued", "sent", "failed"

    way = models.CharField(max_length=6)
    state = models.CharField(max_length=8, default=QUEUED)
    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE, related_name="+")
    edition = models.IntegerField(default=0)
    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(null=True)
    articles = models.IntegerField(default=1)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    tries = models.IntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="upward_by_time"),
            models.Index(fields=["next_at"], name="upward_waiting", condition=Q(state="queued", way="push")),
        ]

    def __str__(self):
        return f"{self.way} {self.key}"


class InstitutionRule(models.Model):
    """制度: one of the centre's own rules in one version; `history` tells its steps."""

    name = models.CharField(max_length=120)
    number = models.CharField(max_length=80, blank=True, default="")
    edition = models.CharField(max_length=20, blank=True, default="")
    state = models.CharField(max_length=12, default="draft")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField(null=True)
    effective_on = models.DateField(null=True)
    repealed_on = models.DateField(null=True)
    summary = models.CharField(max_length=1000, blank=True, default="")
    file = models.JSONField(null=True)
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaces")
    version = models.IntegerField(default=1)
    history = models.JSONField(default=list)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["state", "-effective_on"], name="institutionrule_state")]

    def __str__(self):
        return self.name


class SynonymGroup(Dated):
    """Words that mean the same when somebody searches."""

    code = models.CharField(max_length=40, unique=True)
    words = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return "、".join(self.words)


class KnowledgePeriod(Dated):
    """After how long an article is reviewed again, and within what a correction is answered. The row that names the
    category (or one above it) wins over the one that names none."""

    REVIEW, CORRECTION, WARN = "review", "correction", "warn"
    KINDS = {REVIEW: "多久复核一次", CORRECTION: "纠错几时答复", WARN: "提前多久提醒复核"}
    UNITS = {"day": "自然日", "month": "个月", "working_day": "个工作日", "working_hour": "个工作小时"}

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=12)
    category = models.CharField(max_length=40, blank=True, default="")
    amount = models.PositiveIntegerField()
    unit = models.CharField(max_length=16)

    class Meta:
        ordering = ["kind", "category", "code"]

    def __str__(self):
        return self.code
