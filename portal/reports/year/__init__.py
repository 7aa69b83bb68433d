"""The year of a network: its calendar, what its papers lack, closing it, and the dossier for the inspection."""
