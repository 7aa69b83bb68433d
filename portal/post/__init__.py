"""Mail that leaves the portal: queued with the work it is about, tried until it is sent, and visible."""
