"""Better replies: checked before review, good ones to learn from, drafts of an optional language model."""
