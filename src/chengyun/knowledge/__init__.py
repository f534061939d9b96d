"""What the centre knows: articles with their life, search, corrections, gaps, and its own institutional rules."""
