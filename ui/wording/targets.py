"""Words of the Targets page."""

TABLE: dict[str, tuple[str, str]] = {}
