"""The Documents page: what the library holds, adding to it, and looking into and correcting what was read."""
