"""Voices of people in poverty (inbreng) and what the network answered them (terugkoppeling)."""
