"""Train a model, name it by what it was made from, and check it before it is served."""
