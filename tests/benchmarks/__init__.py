"""How fast pages of a big network are, beside a bare Flask page on the same server."""
