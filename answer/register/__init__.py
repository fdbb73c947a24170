"""Questions that a list answers: what somebody must do, what falls due, which figures are to be reached. The register holds them."""
