"""Answers written by a language model from the passages that were found, shown only as far as code can check them."""
