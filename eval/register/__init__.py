"""The register of obligations against one made by hand."""
