"""Who works in the grids: the register, posts, training and tests."""
