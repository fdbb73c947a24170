"""What a page's layout says: where its tables are, and which words stand in which cell."""
