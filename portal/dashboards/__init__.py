"""Reading only: balance, complementarity, voice, money and attention, as measures, as figures and as pages."""
