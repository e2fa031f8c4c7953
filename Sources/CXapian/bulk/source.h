// What a database is built from: segments, and what is kept of an earlier database.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cxapian::bulk {

/// A term's postings in one source, documents ascending.
struct TermPostings {
  std::string term;
  std::vector<uint32_t> documents, frequencies;
};

/// A term's positions in one source, documents ascending, each with its packed positions.
struct TermPositions {
  std::string term;
  std::vector<uint32_t> documents;
  std::string bytes;
  std::vector<size_t> ends;
};

/// A key and what is kept under it.
struct Metadata {
  std::string key, value;
};

/// A document as it goes into the tables.
struct DocumentTags {
  uint32_t length;
  bool is_data_compressed, is_term_list_compressed;
  std::string data, term_list, slots;
};

/// A value of a slot, with its document.
struct SlotValue {
  uint32_t document;
  std::string_view value;
};

/// Gives one after the other; false at the end.
template <typename Element>
class Stream {
 public:
  virtual ~Stream() = default;
  virtual bool next(Element &element) = 0;
};

/// Documents are numbered from 1, without gaps, in the order of `documents()`.
class Source {
 public:
  virtual ~Source() = default;
  virtual uint32_t document_count() const = 0;
  virtual std::unique_ptr<Stream<DocumentTags>> documents() const = 0;
  /// Terms ascending.
  virtual std::unique_ptr<Stream<TermPostings>> postings() const = 0;
  /// Terms ascending; those that have none are left out.
  virtual std::unique_ptr<Stream<TermPositions>> positions() const = 0;
  /// Keys ascending.
  virtual std::unique_ptr<Stream<Metadata>> metadata() const = 0;
  /// The slots that have values, ascending.
  virtual std::vector<uint32_t> slots() const = 0;
  /// Documents ascending.
  virtual std::unique_ptr<Stream<SlotValue>> values(uint32_t slot) const = 0;
};

/// A segment that is finished. `buffer_size`: bytes to each of its streams.
std::unique_ptr<Source> open_segment(const std::string &path, size_t buffer_size);

/// A database that is there, without the documents of these numbers, which ascend. It must not change meanwhile.
std::unique_ptr<Source> open_database(const std::string &path, const std::vector<uint32_t> &without);

}  // namespace cxapian::bulk
