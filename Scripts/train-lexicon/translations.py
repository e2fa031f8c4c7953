"""Translations by IBM Model 1 (Brown et al., "The Mathematics of Statistical Machine Translation", 1993)."""
import numpy as np

ITERATIONS = 5
# Stems of an utterance: longer ones align badly and cost the square.
LONGEST_UTTERANCE = 50
FEWEST_ALIGNMENTS = 3
SMALLEST_WEIGHT = 0.02
MOST_TRANSLATIONS = 6
UTTERANCES_OF_A_BATCH = 20_000


def translate(french, english):
    """For each stem number of each language its translations: (number in the other language, weight), best first.

    A weight is sqrt(t(e|f) t(f|e)): high only when each is what the other is usually translated by.
    """
    batches = list(pairs(french.rows(), english.rows(), width=len(english.stems)))
    codes = np.unique(np.concatenate([np.unique(batch[0]) for batch in batches]))
    batches = [(np.searchsorted(codes, code).astype(np.int32), f, e) for code, f, e in batches]
    f, e = codes // len(english.stems), codes % len(english.stems)
    to_english, aligned = model(batches, source=f, target_column=2)
    to_french, aligned_back = model(batches, source=e, target_column=1)
    weight = np.sqrt(to_english * to_french)
    good = (weight >= SMALLEST_WEIGHT) & (np.minimum(aligned, aligned_back) >= FEWEST_ALIGNMENTS)
    f, e, weight = f[good], e[good], weight[good]
    return best(f, e, weight, len(french.stems)), best(e, f, weight, len(english.stems))


def pairs(french, english, width):
    """Each stem of an utterance with each of its translation, in batches: the code of the pair of stems (the number
    of the French one times `width`, plus the English one's), and which word of the batch is French, which English."""
    chosen = [(f, e) for f, e in zip(french, english) if alignable(len(f), len(e)) and alignable(len(e), len(f))]
    for start in range(0, len(chosen), UTTERANCES_OF_A_BATCH):
        part = chosen[start:start + UTTERANCES_OF_A_BATCH]
        f, e = (np.array([len(pair[side]) for pair in part]) for side in (0, 1))
        size = f * e
        row = np.repeat(np.arange(len(part)), size)
        inside = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        i = (np.cumsum(f) - f)[row] + inside // e[row]
        j = (np.cumsum(e) - e)[row] + inside % e[row]
        f, e = (np.concatenate([pair[side] for pair in part]) for side in (0, 1))
        yield f[i].astype(np.int64) * width + e[j], i.astype(np.int32), j.astype(np.int32)


def alignable(count, other):
    return 0 < count <= LONGEST_UTTERANCE and count <= 3 * other + 4


def model(batches, source, target_column):
    """t(target | source) for each pair of stems, and how often they were aligned. `source` is the source stem of each
    pair; `target_column` says which column of a batch tells the words of the target apart."""
    probability = np.full(len(source), 0.01)
    for _ in range(ITERATIONS):
        counts = np.zeros(len(source))
        for batch in batches:
            pair, word = batch[0], batch[target_column]
            share = probability[pair]
            share /= (np.bincount(word, weights=share) + 1e-7)[word]
            counts += np.bincount(pair, weights=share, minlength=len(source))
        probability = counts / np.maximum(np.bincount(source, weights=counts), 1e-9)[source]
    return probability, counts


def best(source, target, weight, size):
    found = [[] for _ in range(size)]
    for k in np.lexsort((target, -weight, source)):
        if len(found[source[k]]) < MOST_TRANSLATIONS:
            found[source[k]].append((int(target[k]), float(weight[k])))
    return found
