"""Learning who handled what: examples with labels in, a model with calibrated confidence and reasons out. No Django."""

from .examples import Example
from .model import Model, ModelError, Ranked, embed_examples, train

__all__ = ["Example", "Model", "ModelError", "Ranked", "embed_examples", "train"]
