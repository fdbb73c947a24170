"""Files that go wrong, made by code: nothing of them is stored."""
