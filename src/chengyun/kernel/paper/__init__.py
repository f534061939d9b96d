"""Long documents in the official layout: the same content as PDF (typst), as an editable DOCX and with pictures of its
charts. No Django, no domain. Decision 0051.

A paper is plain JSON (`Paper`), made by whoever has something to say; `process.render` turns it into files in a process
of its own, whose memory goes back.
"""
