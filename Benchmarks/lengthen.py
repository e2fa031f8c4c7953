#!/usr/bin/env python3
"""Makes a file N times longer, still of its format: the body of a document is repeated, captions go on.

usage: lengthen.py FILE N > LONGER
"""
import re
import sys

path, times = sys.argv[1], int(sys.argv[2])
data = open(path, "rb").read()


def repeated(opening, closing):
    """The text between two tags, N times; None where they are not."""
    begin = re.search(opening, data)
    end = data.rfind(closing)
    if not begin or end < begin.end():
        return None
    return data[: begin.end()] + data[begin.end() : end] * times + data[end:]


head = data[:4000].lower()
if path.endswith(".vtt"):
    signature, _, cues = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    longer = signature + (b"\n\n" + cues.strip(b"\n")) * times + b"\n"
elif path.endswith((".srt", ".ndjson", ".jsonl")):
    longer = (data.rstrip(b"\r\n") + b"\n\n") * times
elif b"<html" in head:
    longer = repeated(rb"(?i)<body[^>]*>", b"</body>") or repeated(rb"(?i)<html[^>]*>", b"</html>")
elif b"<teicorpus" in head:
    longer = repeated(rb"</teiHeader>", b"</teiCorpus>")
elif b"<tei" in head:
    longer = repeated(rb"<body[^>]*>", b"</body>")
elif b"<channel" in data:
    begin, end = data.find(b"<item>"), data.rfind(b"</channel>")
    longer = data[:begin] + data[begin:end] * times + data[end:]
elif b"<debatebody" in data.lower():
    longer = repeated(rb"<debateBody[^>]*>", b"</debateBody>")
else:
    root = re.search(rb"<([A-Za-z]+)[\s>]", re.sub(rb"<[?!].*?>", lambda m: b" " * len(m[0]), data, flags=re.S))
    longer = repeated(rb"<" + root[1] + rb"[^>]*>", b"</" + root[1] + b">")
if longer is None:
    sys.exit(f"{path}: no way known to make it longer")
sys.stdout.buffer.write(longer)
