"""Words of the Obligations page."""

TABLE: dict[str, tuple[str, str]] = {}
