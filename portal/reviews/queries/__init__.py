"""Reading rounds, links, sheets, results and texts."""
