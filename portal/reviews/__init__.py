"""Reading plans and texts along with people who live in poverty: rounds, links, paper, hands, marks, results."""
