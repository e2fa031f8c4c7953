"""Learns the tables of the lexicon from debates in two languages that translate each other, and writes them as one
file. Documentation/lexicon.md describes what is learnt, Sources/Lexicon/LexiconTable.swift the file.

usage: python3 Scripts/train-lexicon FRENCH.ndjson ENGLISH.ndjson OUTPUT.bin

FRENCH and ENGLISH hold Palabre records: line by line the same debates, and the n-th utterance of a debate in one
translates the n-th in the other. Debates whose numbers of utterances differ are passed over.

Needs NumPy and Xapian's Python binding, whose stems are those of an index:
    apt-get install python3-numpy python3-xapian
and, for 16 million words a language, 4 GB of memory and about seven minutes. On the same machine the same input
gives the same bytes.
"""
import os
import sys

# Compiled files would lie among the sources.
sys.dont_write_bytecode = True
# Two threads of NumPy add in another order than one, and the last digits differ.
for library in ("OPENBLAS", "MKL", "OMP"):
    os.environ[library + "_NUM_THREADS"] = "1"

from neighbours import nearest_stems
from parallel_text import read_parallel_text
from table import pack
from translations import translate


def main(french_path, english_path, output):
    french, english = read_parallel_text(french_path, english_path)
    for name, side in (("French", french), ("English", english)):
        print(f"{name}: {len(side.tokens)} words, {side.passage_count} passages, {len(side.stems)} stems")
    french.translations, english.translations = translate(french, english)
    for side in (french, english):
        side.neighbours = nearest_stems(side)
    with open(output, "wb") as file:
        file.write(pack(french, english))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
