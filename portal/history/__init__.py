"""What changed: one event log, written for every change of every record, readable per thing."""
