"""Cuts records into passages as Palabre does, so that other indexers get the same ones ready-made.

Titles and talk only: records with descriptions, comments, notes or profiles have passages that are not cut here.
"""
import re
import unicodedata

# Of the longest passage, in runs between white space.
WORDS = 250
# A sentence end counts from here on.
SOONEST_END = WORDS // 5
# One letter before the point is an initial or a title: "M. Dupont".
SENTENCE_END = re.compile(r"(?:(?<!^.)\.|[!?…])[\"')\]»”’]*$")


def folded(name):
    """What two spellings of a person's name have in common."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", plain.casefold()).strip("-")


def pieces(text):
    """Pairs of text and number of words: cut at the last sentence end, or else between two words."""
    words = list(re.finditer(r"\S+", text))
    while words:
        count = len(words)
        if count > WORDS:
            ends = [n for n in range(SOONEST_END, WORDS + 1) if SENTENCE_END.search(words[n - 1][0])]
            count = ends[-1] if ends else WORDS
        yield text[words[0].start() : words[count - 1].end()], count
        del words[:count]


def talk(record):
    """What one speaker says without a break, of at most WORDS words."""
    passage, words, voice = [], 0, None
    for utterance in record.get("transcript", []):
        speaks = (folded(utterance.get("speaker")), utterance.get("language", record.get("language")))
        for text, count in pieces(utterance["text"]):
            if passage and (speaks != voice or words + count > WORDS):
                yield " ".join(passage)
                passage, words = [], 0
            passage.append(text)
            words += count
            voice = speaks
    if passage:
        yield " ".join(passage)


def passages(record):
    """The passages of a record, each on one line."""
    for text in [*(text for text, _ in pieces(record["title"])), *talk(record)]:
        yield re.sub(r"[\r\n]+", " ", text)
