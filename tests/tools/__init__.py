"""What tests need from the machine: PostgreSQL, a browser, golden files, and the checks of `make check`."""
