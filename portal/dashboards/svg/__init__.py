"""Figures as SVG drawn on the server: for readers without JavaScript, and for papers."""
