#include "cicu.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

cicu_breaker *cicu_open_words(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  return U_SUCCESS(status) ? (cicu_breaker *)iterator : NULL;
}

cicu_breaker *cicu_open_sentences(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, "", NULL, 0, &status);
  return U_SUCCESS(status) ? (cicu_breaker *)iterator : NULL;
}

void cicu_close(cicu_breaker *breaker) { ubrk_close((UBreakIterator *)breaker); }

int32_t cicu_boundaries(
    cicu_breaker *breaker, const uint16_t *text, int32_t length, int32_t *ends, int32_t *statuses) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = (UBreakIterator *)breaker;
  ubrk_setText(iterator, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  ubrk_first(iterator);
  for (int32_t end = ubrk_next(iterator); end != UBRK_DONE && count < length; end = ubrk_next(iterator)) {
    ends[count] = end;
    if (statuses) statuses[count] = ubrk_getRuleStatus(iterator);
    count++;
  }
  return count;
}

int32_t cicu_utf16(const char *from, int32_t length, uint16_t *to) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strFromUTF8WithSub((UChar *)to, length, &written, from, length, 0xFFFD, NULL, &status);
  return U_SUCCESS(status) ? written : -1;
}

int32_t cicu_utf8(const uint16_t *from, int32_t length, char *to) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8WithSub(to, length * 3, &written, (const UChar *)from, length, 0xFFFD, NULL, &status);
  return U_SUCCESS(status) ? written : -1;
}

int32_t cicu_nfkc_casefold(const uint16_t *from, int32_t length, uint16_t *to, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFKCCasefoldInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(form, (const UChar *)from, length, (UChar *)to, capacity, &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}

int32_t cicu_decompose(const uint16_t *from, int32_t length, uint16_t *to, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(form, (const UChar *)from, length, (UChar *)to, capacity, &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}

int cicu_is_upper(uint32_t character) { return u_isupper((UChar32)character); }
int cicu_is_lower(uint32_t character) { return u_islower((UChar32)character); }
int cicu_is_digit(uint32_t character) { return u_isdigit((UChar32)character); }
int cicu_is_letter(uint32_t character) { return u_isalpha((UChar32)character); }

const char *cicu_version(void) { return U_ICU_VERSION; }
