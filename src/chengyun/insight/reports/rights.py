"""What reports ask for."""

VIEW, WRITE, REVIEW, SIGN = "report.view", "report.write", "report.review", "report.sign"
TEMPLATES = "report.templates"
