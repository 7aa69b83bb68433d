"""Documents that leave the portal: notes, justifications, the federal report, the handover, and what goes with them."""
