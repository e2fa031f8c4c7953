#include "internal.h"

const char *cxapian_version(void) noexcept { return Xapian::version_string(); }
