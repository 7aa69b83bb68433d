"""The lines of the federal yearly report: what each of them says, what is wrong with it, and a sheet beside it."""
