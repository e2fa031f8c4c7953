#include "lexicon.h"

// `#embed` is C23; clang accepts it in the C17 that the package is compiled as.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const _Alignas(16) unsigned char table[] = {
#embed "lexicon.bin"
};

const unsigned char *lexicon_data(void) { return table; }

size_t lexicon_size(void) { return sizeof table; }
