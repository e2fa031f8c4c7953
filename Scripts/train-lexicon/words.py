"""Words of a text, folded as Palabre's analysis folds them (Sources/Analysis/Folder.swift), near enough to count."""
import os
import re
import unicodedata

SPELLED_OUT = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u00ad": "",
               "’": "'", "‘": "'", "ʼ": "'"}


def fold_table():
    table = {ord(letter): plain for letter, plain in SPELLED_OUT.items()}
    for code in range(0xC0, 0x250):
        decomposed = unicodedata.normalize("NFKD", chr(code))
        table.setdefault(code, "".join(c for c in decomposed if not unicodedata.combining(c)))
    return table


FOLDED = fold_table()
ELISION = re.compile(r"\b(?:[cdjlmnst]|entr|jusqu|lorsqu|presqu|puisqu|qu|quelqu|quoiqu)'(?=[a-z0-9])")
POSSESSIVE = re.compile(r"'s\b")
WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
LONGEST_WORD = 40


def words_of(text):
    """Without what is elided before a word, without `'s` behind it, and without an apostrophe inside it."""
    folded = ELISION.sub(" ", POSSESSIVE.sub(" ", text.lower().translate(FOLDED)))
    return [word.replace("'", "") for word in WORD.findall(folded) if len(word) <= LONGEST_WORD]


def stop_words(language):
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Stopwords")
    with open(os.path.join(folder, language + ".txt"), encoding="utf-8") as file:
        return {line.strip() for line in file if not line.startswith("#")}
