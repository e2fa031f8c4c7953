// The C ABI over libxapian. Xapian's names and C++ exceptions end behind it; it knows nothing of what is indexed.
//
// Every function that can fail returns a cxapian_status, is noexcept, and leaves its out-parameters zeroed unless the
// status is OK. "any" in a comment stands for the statuses that any call may return: DATABASE, DATABASE_CORRUPT,
// DATABASE_CLOSED, DISK_FULL, ASSERTION, INTERNAL, OUT_OF_MEMORY, STANDARD, OTHER_XAPIAN, UNKNOWN.
//
// A handle belongs to one thread at a time. `error` may be null; what a failing call writes there is released with
// cxapian_error_free. Buffers that a call returns are released with the _free function of their type, which also
// accepts a zeroed struct.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CXAPIAN_NOEXCEPT noexcept
extern "C" {
#else
#define CXAPIAN_NOEXCEPT
#endif

#if defined(__clang__)
#define CXAPIAN_CLOSED __attribute__((enum_extensibility(closed)))
#else
#define CXAPIAN_CLOSED
#endif

/// One for each class of Xapian::Error, then what is not a Xapian::Error.
typedef enum CXAPIAN_CLOSED cxapian_status {
  CXAPIAN_STATUS_OK = 0,
  CXAPIAN_STATUS_ASSERTION,
  CXAPIAN_STATUS_INVALID_ARGUMENT,
  CXAPIAN_STATUS_INVALID_OPERATION,
  CXAPIAN_STATUS_UNIMPLEMENTED,
  CXAPIAN_STATUS_DATABASE,
  CXAPIAN_STATUS_DATABASE_CORRUPT,
  CXAPIAN_STATUS_DATABASE_CREATE,
  /// Another holds the lock. A lock that cannot be had for another reason is DATABASE or DISK_FULL.
  CXAPIAN_STATUS_DATABASE_LOCK,
  CXAPIAN_STATUS_DATABASE_MODIFIED,
  CXAPIAN_STATUS_DATABASE_OPENING,
  CXAPIAN_STATUS_DATABASE_VERSION,
  CXAPIAN_STATUS_DATABASE_NOT_FOUND,
  CXAPIAN_STATUS_DATABASE_CLOSED,
  CXAPIAN_STATUS_DOCUMENT_NOT_FOUND,
  CXAPIAN_STATUS_FEATURE_UNAVAILABLE,
  CXAPIAN_STATUS_INTERNAL,
  CXAPIAN_STATUS_NETWORK,
  CXAPIAN_STATUS_NETWORK_TIMEOUT,
  CXAPIAN_STATUS_QUERY_PARSER,
  CXAPIAN_STATUS_SERIALISATION,
  CXAPIAN_STATUS_RANGE,
  CXAPIAN_STATUS_WILDCARD,
  /// A Xapian::Error of a class that this list does not know.
  CXAPIAN_STATUS_OTHER_XAPIAN,
  /// Any Xapian::DatabaseError whose system error is ENOSPC or EDQUOT.
  CXAPIAN_STATUS_DISK_FULL,
  /// std::bad_alloc, std::length_error.
  CXAPIAN_STATUS_OUT_OF_MEMORY,
  /// Another std::exception.
  CXAPIAN_STATUS_STANDARD,
  /// Anything else that was thrown. Keep it last.
  CXAPIAN_STATUS_UNKNOWN,
} cxapian_status;

/// What a failing call has to say. Each string is malloc'd or null.
typedef struct cxapian_error {
  char *message;
  /// The path of the database, or the name of the call.
  char *context;
  /// The system's words for errno, where there was one.
  char *system;
} cxapian_error;

void cxapian_error_free(cxapian_error *error) CXAPIAN_NOEXCEPT;

/// `count` byte strings one after another: string i is bytes[ends[i-1]..<ends[i]], with ends[-1] = 0.
typedef struct cxapian_strings {
  uint8_t *bytes;
  uint32_t *ends;
  size_t count;
} cxapian_strings;

typedef struct cxapian_numbers {
  uint32_t *numbers;
  size_t count;
} cxapian_numbers;

void cxapian_strings_free(cxapian_strings *strings) CXAPIAN_NOEXCEPT;
void cxapian_numbers_free(cxapian_numbers *numbers) CXAPIAN_NOEXCEPT;

/// Bytes of a term, zero bytes counted twice (as Glass stores them). Also the bytes of a metadata key.
#define CXAPIAN_TERM_MAX 245
/// Bytes of a document's data, of a value, of a piece of metadata. Glass refuses about twice that, but at the commit.
#define CXAPIAN_DATA_MAX 67108864

// Reader

typedef struct cxapian_reader cxapian_reader;

typedef struct cxapian_counts {
  uint32_t documents;
  uint32_t last_document;
  double average_length;
} cxapian_counts;

/// Opens the folders at `count` paths (flat form) as one database.
/// INVALID_ARGUMENT: no path, or one that is empty or holds a NUL. DATABASE_NOT_FOUND: no index there.
/// DATABASE_OPENING: not a folder, or unreadable. DATABASE_VERSION. any.
cxapian_status cxapian_reader_open(const uint8_t *bytes, const uint32_t *ends, size_t count, cxapian_reader **reader,
                                   cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Releases the reader, which may be null. Never fails.
void cxapian_reader_close(cxapian_reader *reader) CXAPIAN_NOEXCEPT;
/// Moves to the latest commit; `moved` says whether there was a newer one (always, while there has been none at all).
/// DATABASE_OPENING, DATABASE_NOT_FOUND, any.
cxapian_status cxapian_reader_reopen(cxapian_reader *reader, bool *moved, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_counts(cxapian_reader *reader, cxapian_counts *counts,
                                     cxapian_error *error) CXAPIAN_NOEXCEPT;
/// INVALID_OPERATION: several folders have no common revision. any.
cxapian_status cxapian_reader_revision(cxapian_reader *reader, uint64_t *revision,
                                       cxapian_error *error) CXAPIAN_NOEXCEPT;
/// One string; several folders give their identifiers joined by colons. any.
cxapian_status cxapian_reader_uuid(cxapian_reader *reader, cxapian_strings *uuid,
                                   cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Documents that have the term; those of all for the empty term. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_frequency(cxapian_reader *reader, const uint8_t *term, size_t size, uint32_t *frequency,
                                        cxapian_error *error) CXAPIAN_NOEXCEPT;
/// One string, empty when the key is absent. INVALID_ARGUMENT: bad key. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_metadata(cxapian_reader *reader, const uint8_t *key, size_t size, cxapian_strings *value,
                                       cxapian_error *error) CXAPIAN_NOEXCEPT;
/// DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_metadata_keys(cxapian_reader *reader, const uint8_t *prefix, size_t size,
                                            cxapian_strings *keys, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// At most `limit` terms that begin with `prefix`, in the order of their bytes. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_terms(cxapian_reader *reader, const uint8_t *prefix, size_t size, size_t limit,
                                    cxapian_strings *terms, cxapian_numbers *frequencies,
                                    cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The data of each document, in the given order. DOCUMENT_NOT_FOUND. INVALID_ARGUMENT: document 0.
/// RANGE: 4 GiB or more in all. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_data(cxapian_reader *reader, const uint32_t *documents, size_t count,
                                   cxapian_strings *data, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The value of each document, in the given order; empty where there is none, or no such document.
/// RANGE: 4 GiB or more in all. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_values(cxapian_reader *reader, uint32_t slot, const uint32_t *documents, size_t count,
                                     cxapian_strings *values, cxapian_error *error) CXAPIAN_NOEXCEPT;

/// For each term a row of `group_count` sums: over the documents of each group, log(1 + how often the term occurs).
/// `groups` says for every document number below `size` which group it is of; 0 is none, and its sum stays 0.
/// `sums` has room for all rows; on failure its content is undefined. INVALID_ARGUMENT for a group of `group_count` or more; DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_group_sums(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                         size_t term_count, const uint32_t *groups, size_t size, size_t group_count,
                                         float *sums, cxapian_error *error) CXAPIAN_NOEXCEPT;

/// The length of every document by its number, from 0 to the last one; 0 where there is none. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_document_lengths(cxapian_reader *reader, cxapian_numbers *lengths,
                                      cxapian_error *error) CXAPIAN_NOEXCEPT;

/// A term of a word that documents are ranked by.
typedef struct cxapian_ranked_term {
  /// The word that it stands for, and how much: terms of one word stand together.
  uint32_t word;
  float weight;
  /// What the word weighs; the same for all its terms.
  double word_weight;
  /// Whether a document that has it is found; other terms only add to its score.
  bool finds;
  /// Where its postings are among the given ones, and how many; 0 for those of the index.
  uint32_t given_start;
  uint32_t given_count;
} cxapian_ranked_term;

/// How documents are ranked: BM25's constants, the length of every document by its number, below `size`.
typedef struct cxapian_ranking {
  double k1, b, minimum_length, average_length;
  const uint32_t *lengths;
  size_t size;
  /// Postings that the index has not: documents, ascending for each term, and how often each has it.
  const uint32_t *given_documents;
  const uint32_t *given_counts;
  /// How long it may take; UINT64_MAX for no end.
  uint64_t nanoseconds;
} cxapian_ranking;

/// Adds to `scores` of every document BM25 over words that several terms stand for by their weights, and to the bits of
/// `found` those documents that a finding term has: `size` numbers, and as many bits in words of 64. `stopped`: the time
/// was over before the last term. Documents of numbers from `size` on are passed over.
/// INVALID_ARGUMENT, DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_score(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                    const cxapian_ranked_term *terms, size_t term_count,
                                    const cxapian_ranking *ranking, float *scores, uint64_t *found, bool *stopped,
                                    cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The documents of a set with the highest scores, best first, among equals in the order of their numbers. any.
cxapian_status cxapian_best(const float *scores, const uint64_t *among, size_t size, size_t limit,
                            cxapian_numbers *documents, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Adds to the bits of `set` those documents that have one of the terms. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_mark(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                   size_t term_count, uint64_t *set, size_t size,
                                   cxapian_error *error) CXAPIAN_NOEXCEPT;
/// How often each document has all terms within `window` positions in any order, or one after another for window 0.
/// Documents that lack a term have 0. Where the time is over, `counts` ends with the last one looked at.
/// INVALID_ARGUMENT: no term. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_windows(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                      size_t term_count, uint32_t window, const uint32_t *documents, size_t count,
                                      uint64_t nanoseconds, cxapian_numbers *counts,
                                      cxapian_error *error) CXAPIAN_NOEXCEPT;

/// The terms of some documents that begin with none of the letters A to Z or with one of those in `prefixes`, each
/// once, in the order of their bytes, and how often they occur in all of them. Each is released on its own.
/// DOC_NOT_FOUND, DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_vocabulary(cxapian_reader *reader, const uint32_t *documents, size_t count,
                                         const char *prefixes, cxapian_strings *terms, cxapian_numbers *occurrences,
                                         cxapian_error *error) CXAPIAN_NOEXCEPT;

/// A whole value slot as a column: `values` are its distinct values, the empty one first; `ordinals` says for every
/// document number from 0 to the last one which of them it has. RANGE: values of 4 GiB or more.
/// DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_column(cxapian_reader *reader, uint32_t slot, cxapian_numbers *ordinals,
                                     cxapian_strings *values, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The documents that have the term, ascending; all of them for the empty term. DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_documents(cxapian_reader *reader, const uint8_t *term, size_t size,
                                        cxapian_numbers *documents, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// How often each term occurs in each document, at least 1 where it does: a row of `count` numbers per term, then a row
/// of the documents' lengths. The terms are one buffer and their ends in it. DOCUMENT_NOT_FOUND, DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_occurrences(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                          size_t term_count, const uint32_t *documents, size_t count,
                                          cxapian_numbers *occurrences, cxapian_error *error) CXAPIAN_NOEXCEPT;

// Everything, for verifying.

typedef struct cxapian_value {
  uint32_t slot;
  uint32_t start;
  uint32_t length;
} cxapian_value;

typedef struct cxapian_term {
  uint32_t start;
  uint32_t length;
  uint32_t within_document_frequency;
  /// Where its positions end; they begin where those of the term before it end.
  uint32_t positions_end;
} cxapian_term;

/// A document in the form in which cxapian_writer_add takes it, without positions.
typedef struct cxapian_contents {
  uint8_t *data;
  size_t data_size;
  /// Of values and terms.
  uint8_t *bytes;
  size_t size;
  cxapian_value *values;
  size_t value_count;
  cxapian_term *terms;
  size_t term_count;
  /// The document's length and its number of terms, as they are kept beside the terms.
  uint32_t length;
  uint32_t unique_terms;
} cxapian_contents;

/// What an index keeps of a term beside its postings.
typedef struct cxapian_term_statistics {
  uint64_t occurrences;
  uint32_t documents;
  /// Of the within-document frequencies.
  uint32_t upper_bound;
  /// Where its postings end; they begin where those of the term before it end.
  uint32_t postings_end;
} cxapian_term_statistics;

typedef struct cxapian_posting {
  uint32_t document;
  uint32_t within_document_frequency;
  /// Where its positions end; they begin where those of the posting before it end.
  uint32_t positions_end;
} cxapian_posting;

typedef struct cxapian_postings {
  cxapian_strings terms;
  /// One for each term.
  cxapian_term_statistics *statistics;
  cxapian_posting *postings;
  size_t posting_count;
  uint32_t *positions;
  size_t position_count;
} cxapian_postings;

typedef struct cxapian_lengths {
  /// Of all documents.
  uint64_t total;
  uint32_t lower_bound;
  uint32_t upper_bound;
} cxapian_lengths;

void cxapian_contents_free(cxapian_contents *contents) CXAPIAN_NOEXCEPT;
void cxapian_postings_free(cxapian_postings *postings) CXAPIAN_NOEXCEPT;

/// INVALID_ARGUMENT: document 0. DOCUMENT_NOT_FOUND, RANGE, DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_contents(cxapian_reader *reader, uint32_t document, cxapian_contents *contents,
                                       cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The terms that follow `after` (all of them for the empty one), in the order of their bytes, each with all its
/// postings, until there are `limit` postings and positions; at least one term, unless there is none.
/// RANGE, DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_postings(cxapian_reader *reader, const uint8_t *after, size_t size, size_t limit,
                                       cxapian_postings *postings, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_lengths(cxapian_reader *reader, cxapian_lengths *lengths,
                                      cxapian_error *error) CXAPIAN_NOEXCEPT;
/// How many documents have a value in the slot, and two strings that no value is below or above.
/// DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_value_bounds(cxapian_reader *reader, uint32_t slot, uint32_t *count,
                                           cxapian_strings *bounds, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Xapian's own check of the folder's tables: how many faults it found, and its words (one string). Files that are
/// damaged enough end the process: call it in one that may end.
/// INVALID_ARGUMENT: an empty path or one that holds a NUL. DATABASE_OPENING, DATABASE_NOT_FOUND, DATABASE_VERSION, any.
cxapian_status cxapian_check(const uint8_t *path, size_t size, size_t *faults, cxapian_strings *report,
                             cxapian_error *error) CXAPIAN_NOEXCEPT;

// Query and match

/// OP_MAX has no place here: under OP_OR it crashes Xapian 1.4.22.
typedef enum CXAPIAN_CLOSED cxapian_op {
  CXAPIAN_OP_NOTHING = 0,
  CXAPIAN_OP_ALL,
  CXAPIAN_OP_TERM,
  CXAPIAN_OP_AND,
  CXAPIAN_OP_OR,
  CXAPIAN_OP_SYNONYM,
  CXAPIAN_OP_FILTER,
  CXAPIAN_OP_AND_NOT,
  CXAPIAN_OP_AND_MAYBE,
  CXAPIAN_OP_PHRASE,
  CXAPIAN_OP_NEAR,
  CXAPIAN_OP_SCALE,
  CXAPIAN_OP_RANGE,
  CXAPIAN_OP_AT_LEAST,
  CXAPIAN_OP_AT_MOST,
  CXAPIAN_OP_WILDCARD,
} cxapian_op;

/// Steps of a query, and how deep its tree may be. Xapian's time to prepare an OR grows with the square of its terms:
/// 8,192 of them take about two seconds before the first document is looked at.
#define CXAPIAN_STEPS_MAX 8192
#define CXAPIAN_DEPTH_MAX 100

/// One step of a query in postfix order: takes its operands off a stack and puts its result there.
typedef struct cxapian_step {
  cxapian_op op;
  /// AND, OR, SYNONYM; PHRASE and NEAR (terms only): how many. FILTER, AND_NOT, AND_MAYBE always take two, SCALE one.
  uint32_t operands;
  /// TERM: its frequency in the query. PHRASE, NEAR: the window. RANGE, AT_LEAST, AT_MOST: the slot.
  /// WILDCARD: the most terms it stands for, the most frequent first.
  uint32_t number;
  /// TERM, WILDCARD: bytes[start..<start + length]. AT_LEAST, AT_MOST: the bound.
  /// RANGE: the lower bound, directly followed by upper_length bytes of the upper.
  uint32_t start;
  uint32_t length;
  uint32_t upper_length;
  /// SCALE: the factor, finite and at least 0.
  double factor;
} cxapian_step;

typedef enum CXAPIAN_CLOSED cxapian_sort {
  CXAPIAN_SORT_RELEVANCE = 0,
  CXAPIAN_SORT_ASCENDING,
  CXAPIAN_SORT_DESCENDING,
} cxapian_sort;

/// BM25 is the only weighting scheme: LMWeight and PL2PlusWeight are broken in Xapian 1.4.22.
typedef struct cxapian_search_options {
  uint32_t offset;
  uint32_t limit;
  uint32_t check_at_least;
  double k1;
  double k2;
  double k3;
  double b;
  double minimum_length;
  cxapian_sort sort;
  uint32_t sort_slot;
} cxapian_search_options;

typedef struct cxapian_matches {
  size_t count;
  uint32_t *documents;
  double *weights;
  uint32_t lower_bound;
  uint32_t estimate;
  uint32_t upper_bound;
  /// slot_count times `count` values.
  cxapian_strings *values;
  size_t slot_count;
} cxapian_matches;

void cxapian_matches_free(cxapian_matches *matches) CXAPIAN_NOEXCEPT;

/// INVALID_ARGUMENT: a malformed or too large program, a number out of its range. UNIMPLEMENTED: an operand that is
/// no term under PHRASE or NEAR. RANGE: values of 4 GiB or more. WILDCARD, DATABASE_MODIFIED, any.
cxapian_status cxapian_reader_search(cxapian_reader *reader, const cxapian_step *steps, size_t step_count,
                                     const uint8_t *bytes, size_t size, const cxapian_search_options *options,
                                     const uint32_t *slots, size_t slot_count, cxapian_matches *matches,
                                     cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Xapian's own description of the query, one string. INVALID_ARGUMENT, UNIMPLEMENTED: as for a search. any.
cxapian_status cxapian_query_describe(const cxapian_step *steps, size_t step_count, const uint8_t *bytes, size_t size,
                                      cxapian_strings *description, cxapian_error *error) CXAPIAN_NOEXCEPT;

// Writer

typedef struct cxapian_writer cxapian_writer;

typedef enum CXAPIAN_CLOSED cxapian_mode {
  CXAPIAN_MODE_CREATE = 0,
  CXAPIAN_MODE_OPEN,
  CXAPIAN_MODE_OPEN_OR_CREATE,
} cxapian_mode;

/// Opens the folder for writing, with the one lock there is, for which it never waits.
/// INVALID_ARGUMENT: an empty path or one that holds a NUL. DATABASE_CREATE: there is one already (no system error),
/// or the folder could not be made. DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_LOCK, DATABASE_VERSION,
/// FEATURE_UNAVAILABLE: no locks on this file system. any.
cxapian_status cxapian_writer_open(const uint8_t *path, size_t size, cxapian_mode mode, cxapian_writer **writer,
                                   cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Releases the writer in every case, and drops what was not committed. INVALID_OPERATION, any.
cxapian_status cxapian_writer_close(cxapian_writer *writer, cxapian_error *error) CXAPIAN_NOEXCEPT;

// Once a change has failed in Xapian, the changes before it are lost, yet a commit would succeed. Every later change,
// begin or commit through that writer is therefore refused with INVALID_OPERATION; cancel and close remain.
// Arguments are checked before Xapian sees them, and a refusal for them harms nothing.

/// INVALID_OPERATION: one is open. DATABASE_MODIFIED, any.
cxapian_status cxapian_writer_begin(cxapian_writer *writer, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// INVALID_OPERATION: none is open. any.
cxapian_status cxapian_writer_cancel(cxapian_writer *writer, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Ends the transaction if one is open, and syncs the folder: once it returns OK, a power cut loses nothing.
/// INVALID_OPERATION, INVALID_ARGUMENT, DATABASE_MODIFIED, any.
cxapian_status cxapian_writer_commit(cxapian_writer *writer, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// INVALID_ARGUMENT: an empty or too long term, data or value too large, slot 2^32 - 1, a range outside its buffer.
/// INVALID_OPERATION, RANGE: no document number left. any.
cxapian_status cxapian_writer_add(cxapian_writer *writer, const uint8_t *data, size_t data_size, const uint8_t *bytes,
                                  size_t size, const cxapian_value *values, size_t value_count,
                                  const cxapian_term *terms, size_t term_count, const uint32_t *positions,
                                  size_t position_count, uint32_t *document, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Deletes every document that has the term; none is no error.
/// INVALID_ARGUMENT: an empty or too long term. INVALID_OPERATION, any.
cxapian_status cxapian_writer_delete(cxapian_writer *writer, const uint8_t *term, size_t size,
                                     cxapian_error *error) CXAPIAN_NOEXCEPT;
/// An empty value removes the key. INVALID_ARGUMENT: bad key, or too large a value. INVALID_OPERATION, any.
cxapian_status cxapian_writer_set_metadata(cxapian_writer *writer, const uint8_t *key, size_t size,
                                           const uint8_t *value, size_t value_size,
                                           cxapian_error *error) CXAPIAN_NOEXCEPT;
/// One string, empty when the key is absent. INVALID_ARGUMENT: bad key. any.
cxapian_status cxapian_writer_metadata(cxapian_writer *writer, const uint8_t *key, size_t size, cxapian_strings *value,
                                       cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Documents, the uncommitted ones among them. any.
cxapian_status cxapian_writer_count(cxapian_writer *writer, uint32_t *documents,
                                    cxapian_error *error) CXAPIAN_NOEXCEPT;

// Stemmer

typedef struct cxapian_stemmer cxapian_stemmer;

/// Bytes of a word.
#define CXAPIAN_WORD_MAX 245

/// INVALID_ARGUMENT: no such language. any.
cxapian_status cxapian_stemmer_open(const char *language, cxapian_stemmer **stemmer,
                                    cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Releases the stemmer, which may be null. Never fails.
void cxapian_stemmer_close(cxapian_stemmer *stemmer) CXAPIAN_NOEXCEPT;
/// Points at the stem, which lives in the stemmer until its next call. INVALID_ARGUMENT: a word too long. any.
cxapian_status cxapian_stemmer_stem(cxapian_stemmer *stemmer, const uint8_t *word, size_t size, const uint8_t **stem,
                                    size_t *stem_size, cxapian_error *error) CXAPIAN_NOEXCEPT;

/// The version of the library, such as "1.4.22". Never fails; the string lives as long as the process.
const char *cxapian_version(void) CXAPIAN_NOEXCEPT;

// Bulk building: documents are inverted in memory into sorted segments, files of their own, and a database is written
// from all segments at once, in the order of its keys. Several times faster than a writer, which looks for the place of
// every entry. A segment belongs to one thread; several may be filled side by side.

typedef struct cxapian_segment cxapian_segment;

/// Whether the library at hand reads and writes the version of the format that is written here.
bool cxapian_bulk_is_supported(void) CXAPIAN_NOEXCEPT;
/// Files beside each other whose names begin with `path` are made, some now, the rest by `finish`.
/// DATABASE_CREATE: there is one, or it cannot be made. any.
cxapian_status cxapian_segment_create(const uint8_t *path, size_t size, cxapian_segment **segment,
                                      cxapian_error *error) CXAPIAN_NOEXCEPT;
void cxapian_segment_free(cxapian_segment *segment) CXAPIAN_NOEXCEPT;
/// Bytes that the segment holds in memory.
size_t cxapian_segment_memory(const cxapian_segment *segment) CXAPIAN_NOEXCEPT;
/// As cxapian_writer_add. INVALID_ARGUMENT: as there; such a document leaves nothing behind. DISK_FULL, DATABASE: the
/// segment is useless from then on.
cxapian_status cxapian_segment_add(cxapian_segment *segment, const uint8_t *data, size_t data_size,
                                   const uint8_t *bytes, size_t size, const cxapian_value *values, size_t value_count,
                                   const cxapian_term *terms, size_t term_count, const uint32_t *positions,
                                   size_t position_count, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// As cxapian_writer_set_metadata.
cxapian_status cxapian_segment_set_metadata(cxapian_segment *segment, const uint8_t *key, size_t size,
                                            const uint8_t *value, size_t value_size,
                                            cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Writes the segment out. Once, and nothing after it but `free`. DISK_FULL, DATABASE.
cxapian_status cxapian_segment_finish(cxapian_segment *segment, cxapian_error *error) CXAPIAN_NOEXCEPT;

/// Makes one database in the folder `destination`, which is there and holds none: of the database in the folder `base`
/// (none where its path is empty) without the documents in `without`, and of the finished segments whose paths are
/// `bytes`, cut at `ends`. Documents are numbered anew in this order. Of metadata under one key the last stands, and an
/// empty value is no value. The base must not change meanwhile. With `durable`, a power cut after the call loses
/// nothing of the new database.
/// DATABASE_CREATE: there is a database at the destination. DATABASE_OPENING, DATABASE_VERSION (the base is of another
/// version of the format), DATABASE_CORRUPT, DISK_FULL, DATABASE.
cxapian_status cxapian_build(const uint8_t *base, size_t base_size, const uint32_t *without, size_t without_count,
                             const uint8_t *bytes, const uint32_t *ends, size_t count, const uint8_t *destination,
                             size_t size, bool durable, cxapian_error *error) CXAPIAN_NOEXCEPT;

// Joining.

/// Makes one folder at `destination`, where nothing may be, of the folders whose paths are `bytes`, cut at `ends`.
/// Documents are numbered anew, in the order of the folders. Of metadata under one key the first stands.
/// With `durable`, a power cut after the call loses nothing of it.
/// INVALID_ARGUMENT: no path, an empty one, or one that holds a NUL. DATABASE_CREATE: there is an index at the
/// destination. DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_VERSION, any.
cxapian_status cxapian_compact(const uint8_t *bytes, const uint32_t *ends, size_t count, const uint8_t *destination,
                               size_t size, bool durable, cxapian_error *error) CXAPIAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif
