"""A little platform of the other side, for tests and for training: everything it shows and sends is labelled 模拟.

It knows neither Django nor the database of this installation: it speaks HTTP and files like a real one.
"""

LABEL = "【模拟】"
