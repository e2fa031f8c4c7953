"""Records as a later run may find them: changed here and there, one to a file, or many more of them.

Records are lines of JSON, as bytes; every change is told by a seed and happens again.
"""
import json
import pathlib
import random


def read(path):
    return pathlib.Path(path).read_bytes().splitlines()


def sentence_changed(line, seed):
    """The record with the words of one utterance in another order; one without talk gets another title."""
    record = json.loads(line)
    if not record.get("transcript"):
        return title_changed(line, seed)
    chance = random.Random(f"{record['id']} {seed}")
    utterance = chance.choice(record["transcript"])
    words = utterance["text"].split()
    chance.shuffle(words)
    # The seed too: one word has no other order.
    utterance["text"] = " ".join([*words, str(seed)])
    return written(record)


def title_changed(line, seed):
    record = json.loads(line)
    record["title"] += f" {seed}"
    return written(record)


def copied(line, copy):
    """The record under another id, its sentences in another order: as long, and other passages."""
    record = json.loads(line)
    record["id"] += f".{copy}"
    texts = [utterance["text"] for utterance in record.get("transcript", [])]
    random.Random(record["id"]).shuffle(texts)
    for utterance, text in zip(record.get("transcript", []), texts):
        utterance["text"] = text
    return written(record)


def one_of_each_size(lines, count):
    """The places of some records, of all sizes: one from the middle of each part when they are ordered by size."""
    ordered = sorted(range(len(lines)), key=lambda place: len(lines[place]))
    return [ordered[(2 * part + 1) * len(lines) // (2 * count)] for part in range(count)]


def written(record):
    return json.dumps(record, ensure_ascii=False).encode()
