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
