"""The Obligations page: who must do what by when, each row with its clause."""
