"""The money: grants, expenses, what pays what, and the rulebook that watches."""
