"""The measures of voice as figures."""
