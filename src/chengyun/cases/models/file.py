from django.db import models


class CaseFile(models.Model):
    """A stored file (kernel.StoredFile) as part of a case, at the stage where it was added."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("kernel.StoredFile", on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=32, default="intake")
    event_seq = models.IntegerField(default=1)
    caption = models.CharField(max_length=100, blank=True, default="")
    public = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "file"], name="case_file_once")]

    def __str__(self):
        return f"{self.case_id} {self.file_id}"
