"""What the platform costs: `python -m benchmarks` (see docs/benchmarks.md)."""
