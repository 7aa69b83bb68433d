"""Ground floor: pure Python that every part of the portal stands on."""
