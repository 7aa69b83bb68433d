"""Reading only: balance, complementarity, money and attention, as measures, as figures and as pages."""
