"""Running the platform: background jobs, its state, and who read what."""
