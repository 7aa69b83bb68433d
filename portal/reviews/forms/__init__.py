"""Forms of reviewing: rounds and their links, paper, hands, texts and the marks in them."""
