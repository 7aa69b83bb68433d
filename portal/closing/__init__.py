"""Years whose figures are frozen: who closed them, what was kept of them, and the marks on the deadlines of a year."""
