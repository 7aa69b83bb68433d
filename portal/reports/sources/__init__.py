"""Reading the facts of papers from the database, in a fixed number of statements."""
