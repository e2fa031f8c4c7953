// Inverts documents in memory, and writes them as one sorted segment.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cxapian.h"
#include "files.h"
#include "packing.h"

struct libdeflate_compressor;

namespace cxapian::bulk {

/// The terms of a segment: each stored once, numbered in the order of their first occurrence.
class TermTable {
 public:
  TermTable();
  uint32_t intern(std::string_view term);
  size_t size() const { return ends_.size(); }
  std::string_view operator[](uint32_t number) const {
    const size_t start = number == 0 ? 0 : ends_[number - 1];
    return {bytes_.data() + start, ends_[number] - start};
  }
  size_t memory() const { return bytes_.capacity() + ends_.capacity() * 8 + slots_.capacity() * 8; }

 private:
  struct Slot {
    uint32_t hash;
    /// One more than the term's number; 0 is free.
    uint32_t number;
  };
  void grow();

  std::string bytes_;
  std::vector<size_t> ends_;
  std::vector<Slot> slots_;
};

/// A tag as it goes into a table: compressed where that makes it smaller.
struct Tag {
  std::string_view bytes;
  bool is_compressed;
};

/// Raw deflate, as Xapian reads it.
class Compressor {
 public:
  Compressor();
  ~Compressor();
  Compressor(const Compressor &) = delete;
  Compressor &operator=(const Compressor &) = delete;
  /// The result stays until the next call. `least`: what is not longer is left as it is.
  Tag compress(std::string_view bytes, size_t least);

 private:
  libdeflate_compressor *compressor_;
  std::string buffer_;
};

/// What a segment consists of, each in a file beside the others.
struct SegmentPaths {
  explicit SegmentPaths(const std::string &path)
      : documents(path + ".documents"), postings(path + ".postings"), positions(path + ".positions"),
        values(path + ".values"), metadata(path + ".metadata") {}
  /// Per document: its length, its data, its list of terms, the slots it uses.
  std::string documents;
  /// Per term, sorted: its documents and how often it occurs in each.
  std::string postings;
  /// Per term that has any, sorted: its documents and where it occurs in each.
  std::string positions;
  /// How many documents there are, then per slot: documents and values.
  std::string values;
  /// Keys and values, sorted.
  std::string metadata;
};

class Segment {
 public:
  explicit Segment(const std::string &path);

  /// The document's number in the segment, from 1.
  uint32_t add(std::string_view data, const uint8_t *bytes, const cxapian_value *values, size_t value_count,
               const cxapian_term *terms, size_t term_count, const uint32_t *positions);
  /// Of two values under one key the last stands.
  void set_metadata(std::string_view key, std::string_view value) {
    metadata_bytes_ += key.size() + value.size() + 128;
    metadata_.insert_or_assign(std::string(key), std::string(value));
  }
  /// Bytes held in memory.
  size_t memory() const;
  /// Writes everything out.
  void finish();

 private:
  struct Posting {
    uint32_t term, document, frequency;
    /// Where its positions begin; they end where the next posting's begin.
    uint32_t positions;
  };
  struct SortedTerm {
    uint64_t beginning;
    uint32_t index;
  };

  void sort_terms(const uint8_t *bytes, const cxapian_term *terms, size_t count);
  void pack_slots(const cxapian_value *values, size_t count);
  void write_inverted(const std::vector<uint32_t> &order, const std::vector<uint32_t> &starts);
  void write_values();
  void write_metadata();

  SegmentPaths paths_;
  Output documents_;
  TermTable terms_;
  std::vector<Posting> postings_;
  std::string positions_;
  /// Per slot: documents and packed values, as they are written.
  std::vector<std::pair<uint32_t, std::string>> values_;
  size_t value_bytes_ = 0;
  std::map<std::string, std::string> metadata_;
  size_t metadata_bytes_ = 0;
  uint32_t document_count_ = 0;

  // Kept between documents for their memory.
  std::vector<SortedTerm> sorted_;
  std::string term_list_, slots_;
  std::vector<uint32_t> merged_positions_;
  Compressor data_compressor_;
  PositionPacker packer_;
};

}  // namespace cxapian::bulk
