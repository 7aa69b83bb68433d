"""Plans, objectives, actions and contributions: what the network will do, and what partners did."""
