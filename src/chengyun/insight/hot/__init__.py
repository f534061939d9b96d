"""What is heating up: matters grouped by what and where, named in words people use, ranked by a heat index.

`find.py` and what it uses are pure: no Django, no database; numpy, scipy and rjieba are imported when needed.
"""
