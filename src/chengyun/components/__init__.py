"""Components (部件): what stands in the streets, where, whose, in which state, and which cases are about it."""
