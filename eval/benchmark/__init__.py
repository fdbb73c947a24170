"""Retrieval alone, on public test collections: what `python -m eval benchmark` measures."""
