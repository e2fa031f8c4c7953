"""Texts of which is known what a snippet should show: {"query", "text", "sentences": [(start, end, 1, 0 or None)]}."""
import collections
import itertools
import json
import random
import re

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«])")
# Utterances of a text of which one is translated, and its rarest words, which ask for it.
UTTERANCES = 12
ASKED = 4


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def joined(sentences, labels):
    """A text of sentences, and where they are in it with their labels."""
    ranges, start = [], 0
    for sentence, label in zip(sentences, labels):
        ranges.append((start, start + len(sentence), label))
        start += len(sentence) + 1
    return " ".join(sentences), ranges


def grades(folder):
    with open(folder / "qrels.tsv", encoding="utf-8") as lines:
        return {(query, answer): int(grade) for query, answer, grade in map(str.split, lines)}


def judged(folder):
    """Speeches whose sentences people have judged."""
    labels, speeches = grades(folder), collections.defaultdict(list)
    for sentence in rows(folder / "corpus.jsonl"):
        speeches[sentence["speech"]].append(sentence)
    for sentences in speeches.values():
        sentences.sort(key=lambda sentence: int(sentence["_id"].rpartition("#")[2]))
    for query in rows(folder / "queries.jsonl"):
        sentences = speeches[query["speech"]]
        text, ranges = joined(
            [sentence["text"] for sentence in sentences],
            [labels.get((query["_id"], sentence["_id"])) for sentence in sentences],
        )
        yield {"query": query["text"], "text": text, "sentences": ranges}


def silver(folder, stem, least=4):
    """Paragraphs that answer questions; the sentence with most of a question's longer stems passes for the answer."""

    def stems(text):
        return {stem(word) for word in WORD.findall(text.lower()) if len(word) >= least}

    paragraphs = {paragraph["_id"]: paragraph["text"] for paragraph in rows(folder / "corpus.jsonl")}
    questions = {question["_id"]: question["text"] for question in rows(folder / "queries.jsonl")}
    for question, paragraph in grades(folder):
        sentences = SENTENCE_END.split(" ".join(paragraphs[paragraph].split()))
        said = [len(stems(sentence) & stems(questions[question])) for sentence in sentences]
        text, ranges = joined(sentences, [int(count == max(said)) for count in said])
        yield {"query": questions[question], "text": text, "sentences": ranges}


def translated(texts, questions, debates=1200, cases=500):
    """Talk whose every utterance another file has in another language: the rarest words of one, there, ask for it here."""
    drawn, frequencies, pairs = random.Random(1), collections.Counter(), []
    with open(texts, encoding="utf-8") as here, open(questions, encoding="utf-8") as there:
        for both in itertools.islice(zip(here, there), debates):
            own, other = ([said["text"] for said in json.loads(line).get("transcript", [])] for line in both)
            if len(own) == len(other) > UTTERANCES:
                pairs.append((own, other))
                frequencies.update(word for said in other for word in set(words(said)))
    for own, other in drawn.sample(pairs, min(cases, len(pairs))):
        first = drawn.randrange(len(own) - UTTERANCES)
        wanted = drawn.randrange(UTTERANCES)
        known = {word for word in words(other[first + wanted]) if frequencies[word] >= 3}
        asked = sorted(known, key=lambda word: (frequencies[word], word))[:ASKED]
        if len(asked) == ASKED and 60 < len(own[first + wanted]) < 400:
            text, ranges = joined(own[first : first + UTTERANCES], [int(n == wanted) for n in range(UTTERANCES)])
            yield {"query": " ".join(asked), "text": text, "sentences": ranges}


def words(text, least=4):
    return [word for word in WORD.findall(text.lower()) if len(word) >= least and word.isalpha()]
