"""A district's department budget: its tables, whether they agree, targets, execution. 部门预算."""
