"""Requests by file: CSV and XLSX with saved column mappings; repeatable, resumable, no row lost."""
