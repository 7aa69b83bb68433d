"""Pages cost the same whatever the size of the network."""
