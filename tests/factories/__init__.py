"""Makes records for tests by the same operations that pages use."""
