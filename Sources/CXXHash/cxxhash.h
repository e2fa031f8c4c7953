#include <stddef.h>
#include <stdint.h>

// Inlined from the header: a short key costs no call. Its functions are macros then, which Swift cannot see.
#define XXH_INLINE_ALL
#include <xxhash.h>

/// 128 bits of XXH3 as two halves.
typedef struct {
  uint64_t low, high;
} cxxhash_128;

static inline cxxhash_128 cxxhash_of(const void *_Nullable bytes, size_t size) {
  XXH128_hash_t hash = XXH3_128bits(bytes, size);
  return (cxxhash_128){hash.low64, hash.high64};
}

/// 64 bits of XXH3 with a seed.
static inline uint64_t cxxhash_short_of(const void *_Nullable bytes, size_t size, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes, size, seed);
}

/// 2^64 over the golden ratio: numbers near each other become seeds far apart (Knuth, volume 3, section 6.4).
#define CXXHASH_SPREAD 0x9E3779B97F4A7C15u

/// The part of a term in the sum of its document: `term` is the hash of its bytes.
static inline uint64_t cxxhash_posting(uint64_t term, uint32_t frequency, const uint32_t *_Nullable positions,
                                       size_t count) {
  return XXH3_64bits_withSeed(positions, count * sizeof(uint32_t), term + CXXHASH_SPREAD * frequency);
}

/// Of a term as a document has it.
typedef struct {
  uint32_t start, length, frequency, positions_end;
} cxxhash_term;

/// The sum of the parts of all terms. Those outside their buffers count for nothing.
static inline uint64_t cxxhash_terms(const uint8_t *_Nullable bytes, size_t size, const cxxhash_term *_Nullable terms,
                                     size_t count, const uint32_t *_Nullable positions, size_t position_count) {
  uint64_t sum = 0;
  uint32_t first = 0;
  for (size_t i = 0; i < count; ++i) {
    const cxxhash_term *term = &terms[i];
    const uint32_t end = term->positions_end;
    if ((uint64_t)term->start + term->length > size || end < first || end > position_count) continue;
    uint64_t hash = XXH3_64bits(bytes + term->start, term->length);
    sum += cxxhash_posting(hash, term->frequency, positions + first, end - first);
    first = end;
  }
  return sum;
}
