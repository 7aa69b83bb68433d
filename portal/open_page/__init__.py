"""The open page of a network: what anyone may read, chosen piece by piece by the coordinator."""
