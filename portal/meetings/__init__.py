"""Meetings and informal contact: invitations, agendas, minutes, decisions, tasks, polls, groups and calendars."""
