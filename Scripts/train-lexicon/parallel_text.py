"""Reads the debates and counts the passages in which each stem occurs."""
import json

import numpy as np
import xapian

from words import stop_words, words_of

# White-space words of a passage, as Debate.passageWords.
PASSAGE_WORDS = 250
# Passages that a stem must occur in to have a share: what occurs in one is told by the value for unseen stems.
FEWEST_PASSAGES = 2
# Occurrences that a stem must have to be learnt from.
FEWEST_OCCURRENCES = 5


class Side:
    """The utterances of one language, as numbers of stems in a row.

    tokens      for each word its stem's number, in the order of the debates
    learnable   for each word whether to learn from it: no stop word, number, single letter or rare stem
    utterance   for each word the utterance it is in
    stems       sorted by code point, which is the order of their UTF-8 bytes
    passages    for each stem the passages it occurs in, of `passage_count`
    """

    def __init__(self, language):
        self.stops = stop_words(language)
        self.stem = xapian.Stem(language)
        self.words = {}
        self.tokens, self.lengths, self.passage_of_utterance = [], [], []
        self.passage_count = 0

    def add_debate(self, transcript):
        speaker, room = None, -1
        for utterance in transcript:
            text = utterance["text"]
            count = len(text.split())
            if utterance.get("speaker") != speaker or count > room:
                self.passage_count += 1
                speaker, room = utterance.get("speaker"), PASSAGE_WORDS
            room -= count
            numbers = [self.words.setdefault(word, len(self.words)) for word in words_of(text)]
            self.tokens.append(np.array(numbers, dtype=np.int32))
            self.lengths.append(len(numbers))
            self.passage_of_utterance.append(self.passage_count - 1)

    def finish(self):
        """Replaces words by stems and drops those too rare to have a share."""
        stem_of_word = [self.stem(word.encode()).decode() for word in self.words]
        stems = sorted(set(stem_of_word))
        number = {stem: n for n, stem in enumerate(stems)}
        stem_of_word = np.array([number[stem] for stem in stem_of_word], dtype=np.int32)
        content = np.array([len(w) > 1 and not w.isdigit() and w not in self.stops for w in self.words])

        words = np.concatenate(self.tokens)
        utterance = np.repeat(np.arange(len(self.lengths)), self.lengths)
        tokens = stem_of_word[words]
        passage = np.array(self.passage_of_utterance, dtype=np.int64)[utterance]
        passages = np.bincount(np.unique(passage * len(stems) + tokens) % len(stems), minlength=len(stems))

        kept = np.flatnonzero(passages >= FEWEST_PASSAGES)
        new = np.full(len(stems), -1, dtype=np.int32)
        new[kept] = np.arange(len(kept))
        tokens = new[tokens]
        there = tokens >= 0
        self.stems = [stems[n] for n in kept]
        self.passages = passages[kept]
        self.tokens, self.utterance = tokens[there], utterance[there]
        learnable = content[words][there]
        occurrences = np.bincount(self.tokens[learnable], minlength=len(self.stems))
        self.learnable = learnable & (occurrences[self.tokens] >= FEWEST_OCCURRENCES)

    def rows(self):
        """For each utterance the stems to learn from."""
        tokens, utterance = self.tokens[self.learnable], self.utterance[self.learnable]
        ends = np.cumsum(np.bincount(utterance, minlength=len(self.lengths)))
        return np.split(tokens, ends[:-1])


def read_parallel_text(french_path, english_path):
    french, english = Side("french"), Side("english")
    with open(french_path, encoding="utf-8") as one, open(english_path, encoding="utf-8") as other:
        for first, second in zip(one, other):
            first, second = json.loads(first)["transcript"], json.loads(second)["transcript"]
            if len(first) == len(second):
                french.add_debate(first)
                english.add_debate(second)
    french.finish()
    english.finish()
    return french, english
