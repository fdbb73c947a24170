"""Whether the passages that a written answer cites hold what it says: rules alone, no model."""

from answer.claims.verdict import SentenceVerdict, check_claims

__all__ = ["SentenceVerdict", "check_claims"]
