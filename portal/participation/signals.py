"""What participation tells the domains above it, which it does not know: a voice was taken back."""

from __future__ import annotations

from blinker import Namespace

# Sent with the voice once its words are wiped out; whoever holds something about it wipes that out too.
voice_withdrawn = Namespace().signal("voice-withdrawn")
