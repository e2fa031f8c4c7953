// What the files of the shim share. Not part of the ABI.
#pragma once

#include <chrono>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <xapian.h>

#include "cxapian.h"
#include "posting_cache.h"

struct cxapian_reader {
  /// While opening, the path that is being opened; then the first one.
  std::string path;
  Xapian::Database database;
  cxapian::PostingCache postings;
};

namespace cxapian {

/// Turns the exception in flight into its status, and its words into `error`.
cxapian_status translate(cxapian_error *error, const char *context) noexcept;

#ifdef CXAPIAN_FAULTS
void throw_injected_fault();
#else
inline void throw_injected_fault() {}
#endif

inline const char *words(const char *context) noexcept { return context; }
inline const char *words(const std::string &context) noexcept { return context.c_str(); }

/// The one way in: nothing thrown by `body` gets out. `context` is read when something was thrown.
template <typename Context, typename Body>
cxapian_status guarded(cxapian_error *error, const Context &context, Body &&body) noexcept {
  try {
    throw_injected_fault();
    body();
    return CXAPIAN_STATUS_OK;
  } catch (...) {
    return translate(error, words(context));
  }
}

/// When a call has to end.
class Deadline {
 public:
  /// - nanoseconds: from now on; UINT64_MAX for no end.
  explicit Deadline(uint64_t nanoseconds)
      : nanoseconds_(nanoseconds), start_(std::chrono::steady_clock::now()) {}
  bool is_over() const {
    if (nanoseconds_ == UINT64_MAX) return false;
    const auto passed = std::chrono::steady_clock::now() - start_;
    return uint64_t(std::chrono::duration_cast<std::chrono::nanoseconds>(passed).count()) >= nanoseconds_;
  }

 private:
  uint64_t nanoseconds_;
  std::chrono::steady_clock::time_point start_;
};

struct Free {
  void operator()(void *memory) const noexcept { std::free(memory); }
};
template <typename T>
using Allocated = std::unique_ptr<T[], Free>;

/// Zeroed memory that C can free. Throws std::bad_alloc.
template <typename T>
Allocated<T> allocate(size_t count) {
  auto memory = static_cast<T *>(std::calloc(count ? count : 1, sizeof(T)));
  if (!memory) throw std::bad_alloc();
  return Allocated<T>(memory);
}

inline std::string text(const uint8_t *bytes, size_t size) {
  return size ? std::string(reinterpret_cast<const char *>(bytes), size) : std::string();
}

/// Copies to the flat form. Throws Xapian::RangeError at 4 GiB.
void flatten(const std::vector<std::string> &strings, cxapian_strings *out);
void flatten(const std::vector<uint32_t> &numbers, cxapian_numbers *out);

/// Throws Xapian::InvalidArgumentError for a path that is empty or holds a NUL, Xapian::DatabaseOpeningError for one
/// that is there and is no folder. Xapian would read a file as a stub: an empty one opens, and holds nothing.
void require_folder(const std::string &path);

void require_key(const std::string &key);

/// Throw Xapian::InvalidArgumentError.
void require_term(const uint8_t *bytes, size_t size);
void require_size(const char *what, size_t size);
void require_document(size_t data_size, const uint8_t *bytes, size_t size, const cxapian_value *values,
                      size_t value_count, const cxapian_term *terms, size_t term_count, size_t position_count);

/// Syncs every file of a folder, then the folder, then its entry in the folder above.
void sync_folder(const std::string &path);

/// Indices of the documents in ascending order of their numbers, so that the disk is read in one direction.
std::vector<size_t> ascending(const uint32_t *documents, size_t count);

/// Values of documents, in the given order.
void values_of(const Xapian::Database &database, uint32_t slot, const uint32_t *documents, size_t count,
               cxapian_strings *out);

/// Runs the program. Throws Xapian::InvalidArgumentError, Xapian::UnimplementedError.
Xapian::Query query(const cxapian_step *steps, size_t step_count, const uint8_t *bytes, size_t size);

}  // namespace cxapian
