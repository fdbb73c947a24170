"""What each mechanism of the assistant adds and costs: the same questions with it and with it alone switched off."""
