#!/usr/bin/env python3
"""Tantivy, as its own guide has it: a yardstick for `palabre index`.

usage: tantivy-build.py PASSAGES LANGUAGE INDEX THREADS

One document for each line of PASSAGES; Tantivy's chain for a language (simple tokens of 40 bytes at most, lower case,
stems), positions, the text stored; one commit, and its merges waited for. Prints the number of documents. Reading the
lines is Python's, everything else Tantivy's own threads do.
"""
import os
import sys

import tantivy

LANGUAGES = {"fr": "french", "en": "english"}
HEAP_BYTES = 128_000_000

if len(sys.argv) != 5:
    sys.exit(__doc__.splitlines()[2])
path, language, folder, threads = sys.argv[1:]

schema = tantivy.SchemaBuilder().add_text_field(
    "text", stored=True, tokenizer_name="language", index_option="position"
).build()
os.mkdir(folder)
index = tantivy.Index(schema, path=folder)
index.register_tokenizer(
    "language",
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.remove_long(40))
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.stemmer(LANGUAGES[language]))
    .build(),
)
writer = index.writer(heap_size=HEAP_BYTES, num_threads=int(threads))
with open(path, encoding="utf-8", newline="\n") as passages:
    for text in passages:
        writer.add_document(tantivy.Document(text=text.rstrip("\n")))
writer.commit()
writer.wait_merging_threads()
index.reload()
print(index.searcher().num_docs)
