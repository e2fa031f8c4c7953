#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#if defined(__APPLE__)
#include <xlocale.h>
#endif

/// Characters of every language; null where the system has none of these.
static inline locale_t _Nullable carchive_unicode(void) {
  locale_t found = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  return found ? found : newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
}
