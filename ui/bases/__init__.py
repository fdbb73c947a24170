"""The Sources page: which documents rest on which, as a graph and as tables, and what the library lacks."""
