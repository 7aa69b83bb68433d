"""Whether measures add up, overlap or leave a gap: flows, coverage, ladders, overlaps, missed money, "
"ends."""
