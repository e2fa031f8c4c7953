"""Packs both sides into the file that Sources/Lexicon/LexiconTable.swift describes."""
import struct

MAGIC = b"LEXICON1"
WHOLE_WEIGHT = 65535


def pack(french, english):
    entries, links, text = bytearray(), bytearray(), bytearray()
    for side in (french, english):
        for stem, passages, translations, neighbours in zip(
                side.stems, side.passages, side.translations, side.neighbours):
            name = stem.encode()
            entries += struct.pack("<IIIBBBx", len(text), len(links) // 4, passages, len(name), len(translations),
                                   len(neighbours))
            text += name
            for number, weight in translations + neighbours:
                links += struct.pack("<HH", number, round(min(weight, 1) * WHOLE_WEIGHT))
    header = struct.pack("<8s6I", MAGIC, len(french.stems), len(english.stems), french.passage_count,
                         english.passage_count, len(links) // 4, len(text))
    return header + bytes(entries + links + text)
