"""The way out: what was done to a case goes back through the door it came by, in order, once, and somebody knows."""
