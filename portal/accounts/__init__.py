"""Who can sign in and as what: accounts, roles per network, invitations, links and tokens."""
