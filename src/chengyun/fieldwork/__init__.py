"""Field work: patrols and their tracks, call-ups of departments, handsets and work numbers."""
