#ifndef LEXICON_H
#define LEXICON_H

#include <stddef.h>

/// The tables of the lexicon; their layout is in Sources/Lexicon/LexiconTable.swift.
const unsigned char *_Nonnull lexicon_data(void);

/// Their size in bytes.
size_t lexicon_size(void);

#endif
