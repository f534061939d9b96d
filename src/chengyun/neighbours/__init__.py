"""The residents' front door: who they are, what they raise, what they are told."""
