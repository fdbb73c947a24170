"""Office documents: their packages, their automatic numbers, and LibreOffice, which gives them pages."""
