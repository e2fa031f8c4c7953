// Snowball, as libxapian carries it.
#include "internal.h"

struct cxapian_stemmer {
  explicit cxapian_stemmer(const char *language) : algorithm(language) {}
  Xapian::Stem algorithm;
  std::string word;
  std::string stem;
};

cxapian_status cxapian_stemmer_open(const char *language, cxapian_stemmer **stemmer, cxapian_error *error) noexcept {
  *stemmer = nullptr;
  return cxapian::guarded(error, language, [&] { *stemmer = new cxapian_stemmer(language); });
}

void cxapian_stemmer_close(cxapian_stemmer *stemmer) noexcept { delete stemmer; }

cxapian_status cxapian_stemmer_stem(cxapian_stemmer *stemmer, const uint8_t *word, size_t size, const uint8_t **stem,
                                    size_t *stem_size, cxapian_error *error) noexcept {
  *stem = nullptr;
  *stem_size = 0;
  return cxapian::guarded(error, "stem", [&] {
    if (size > CXAPIAN_WORD_MAX) throw Xapian::InvalidArgumentError("a word of more than 245 bytes");
    stemmer->word.assign(reinterpret_cast<const char *>(word), size);
    stemmer->stem = stemmer->algorithm(stemmer->word);
    *stem = reinterpret_cast<const uint8_t *>(stemmer->stem.data());
    *stem_size = stemmer->stem.size();
  });
}
