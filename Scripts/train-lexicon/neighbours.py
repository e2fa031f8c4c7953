"""Nearest stems of the same language: vectors from what stands beside a stem (positive pointwise mutual information,
reduced by singular values; Levy, Goldberg and Dagan, "Improving Distributional Similarity", 2015)."""
import numpy as np

# Learnable words on each side that count, the k-th by 1/k.
WINDOW = 5
DIMENSIONS = 100
OVERSAMPLING = 10
POWER_ITERATIONS = 2
CONTEXT_EXPONENT = 0.75
SMALLEST_COSINE = 0.5
MOST_NEIGHBOURS = 3
SEED = 1


def nearest_stems(side):
    """For each stem number its nearest stems: (number, cosine), nearest first."""
    known, tokens = np.unique(side.tokens[side.learnable], return_inverse=True)
    vectors = stem_vectors(information(tokens, side.utterance[side.learnable], len(known)))
    found = [[] for _ in side.stems]
    for start in range(0, len(known), 1000):
        cosines = vectors[start:start + 1000] @ vectors.T
        for row, cosine in enumerate(cosines):
            cosine[start + row] = -1
            nearest = np.argsort(-cosine, kind="stable")[:MOST_NEIGHBOURS]
            found[known[start + row]] = [(int(known[n]), float(cosine[n])) for n in nearest
                                         if cosine[n] >= SMALLEST_COSINE]
    return found


def information(tokens, utterance, size):
    """How much oftener two stems stand beside each other than by chance, as a logarithm, never below 0."""
    beside = np.zeros((size, size), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        same = utterance[:-distance] == utterance[distance:]
        cells = tokens[:-distance][same].astype(np.int64) * size + tokens[distance:][same]
        cells, counts = np.unique(cells, return_counts=True)
        beside.reshape(-1)[cells] += (counts / distance).astype(np.float32)
    beside += beside.T.copy()
    total = beside.sum(axis=1, dtype=np.float64)
    context = total**CONTEXT_EXPONENT
    context /= context.sum()
    with np.errstate(divide="ignore"):
        for row in range(size):
            expected = np.maximum(total[row] * context, 1e-9).astype(np.float32)
            beside[row] = np.maximum(np.log(beside[row] / expected), 0)
    return beside


def stem_vectors(matrix):
    """Unit vectors from a randomized singular value decomposition (Halko, Martinsson and Tropp, 2011) of a symmetric
    matrix, scaled by the roots of the singular values."""
    random = np.random.default_rng(SEED)
    sample = random.standard_normal((len(matrix), DIMENSIONS + OVERSAMPLING), dtype=np.float32)
    for _ in range(1 + 2 * POWER_ITERATIONS):
        sample, _ = np.linalg.qr(matrix @ sample)
    left, values, _ = np.linalg.svd(sample.T @ matrix, full_matrices=False)
    vectors = (sample @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
