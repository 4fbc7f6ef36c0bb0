__all__ = ["public", "also_public"]
public, also_public, hidden, _private = 1, 2, 3, 4
