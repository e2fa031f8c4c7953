#ifndef LANGUAGE_MODEL_H
#define LANGUAGE_MODEL_H

#include <stddef.h>

/// The table of the language model, aligned to 16 bytes; its layout is in Sources/Analysis/Language/LanguageTable.swift.
const unsigned char *_Nonnull language_model_data(void);

/// Its size in bytes.
size_t language_model_size(void);

#endif
