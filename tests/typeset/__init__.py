"""The corpus in the forms that offices send: typeset as PDF, drawn and scanned, as DOCX. Made when needed, never stored."""
