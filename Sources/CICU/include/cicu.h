// ICU renames its symbols by version (ubrk_open_72), which Swift cannot see. These functions are what Palabre needs of
// it, un-renamed; the boundary calls are batched, since they run once per word of every text.
//
// No header of ICU is included here: Foundation brings an ICU of its own, and a compiler that is shown both in one
// module graph refuses the types that differ.
#ifndef PALABRE_CICU_H
#define PALABRE_CICU_H

#include <stdint.h>

typedef struct cicu_breaker cicu_breaker;

/// A break iterator by the root rules of UAX #29: words, or sentences. NULL when ICU has no data for it.
cicu_breaker *cicu_open_words(void);

cicu_breaker *cicu_open_sentences(void);

void cicu_close(cicu_breaker *breaker);

/// All boundaries after the start of a text, in one call. `ends` and `statuses` have room for `length` entries (there
/// is never more than one boundary per code unit). Returns how many there are, or -1 when ICU refused the text.
int32_t cicu_boundaries(cicu_breaker *breaker, const uint16_t *text, int32_t length, int32_t *ends, int32_t *statuses);

/// UTF-8 to UTF-16, ill-formed bytes as U+FFFD. `to` has room for `length` units. Returns the units written.
int32_t cicu_utf16(const char *from, int32_t length, uint16_t *to);

/// UTF-16 to UTF-8. `to` has room for three bytes a unit. Returns the bytes written.
int32_t cicu_utf8(const uint16_t *from, int32_t length, char *to);

/// NFKC case fold. Returns the units needed; when that is more than `capacity`, `to` is not to be used.
int32_t cicu_nfkc_casefold(const uint16_t *from, int32_t length, uint16_t *to, int32_t capacity);

/// Canonical decomposition (NFD). Same contract as `cicu_nfkc_casefold`.
int32_t cicu_decompose(const uint16_t *from, int32_t length, uint16_t *to, int32_t capacity);

int cicu_is_upper(uint32_t character);
int cicu_is_lower(uint32_t character);
int cicu_is_digit(uint32_t character);
int cicu_is_letter(uint32_t character);

const char *cicu_version(void);

#endif
