"""Words of the Sources page: which documents rest on which."""

TABLE: dict[str, tuple[str, str]] = {}
