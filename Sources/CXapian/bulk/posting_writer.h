// Writes lists of postings as glass keeps them.
#pragma once

#include <cstdint>
#include <string>

#include "format.h"
#include "table_builder.h"

namespace cxapian::bulk {

/// Cuts a list of postings into chunks and adds them to the table: the first under the key alone, the rest with the
/// number of their first document.
class PostingWriter {
 public:
  explicit PostingWriter(TableBuilder &table) : table_(table) {}

  /// `entries` and `occurrences` are zero for the list of lengths, as Xapian has it.
  void begin(std::string key, uint32_t entries, uint64_t occurrences) {
    key_ = std::move(key);
    entries_ = entries;
    occurrences_ = occurrences;
    is_first_ = true;
    chunk_.clear();
  }

  void add(uint32_t document, uint32_t frequency) {
    if (chunk_.empty()) {
      first_ = document;
    } else if (chunk_.size() >= chunk_bytes) {
      flush(false);
      first_ = document;
    } else {
      pack_number(chunk_, document - last_ - 1);
    }
    pack_number(chunk_, frequency);
    last_ = document;
  }

  void end() {
    if (!chunk_.empty()) flush(true);
  }

 private:
  void flush(bool is_last) {
    tag_.clear();
    std::string key = key_;
    if (is_first_) {
      pack_number(tag_, entries_);
      pack_number(tag_, occurrences_);
      pack_number(tag_, first_ - 1);
    } else {
      // The key of the list of lengths takes no zero byte before the number.
      if (key_ != lengths_key) key.push_back(0);
      pack_sortable(key, first_);
    }
    tag_.push_back(is_last ? '1' : '0');
    pack_number(tag_, last_ - first_);
    tag_ += chunk_;
    table_.add(key, tag_);
    is_first_ = false;
    chunk_.clear();
  }

  TableBuilder &table_;
  std::string key_, chunk_, tag_;
  uint32_t entries_ = 0, first_ = 0, last_ = 0;
  uint64_t occurrences_ = 0;
  bool is_first_ = true;
};

}  // namespace cxapian::bulk
