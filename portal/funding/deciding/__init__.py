"""What administrators decide of the law: figures, days and amounts, each with its source."""
