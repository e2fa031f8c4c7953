#include "language_model.h"

// `#embed` is C23; clang accepts it in the C17 that the package is compiled as.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const _Alignas(16) unsigned char table[] = {
#embed "model.bin"
};

const unsigned char *language_model_data(void) { return table; }

size_t language_model_size(void) { return sizeof table; }
