// What of the glass format is not packing: names, keys and limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "packing.h"

namespace cxapian::bulk {

/// Xapian compresses tags of more than this many bytes, of documents and lists of terms.
constexpr uint32_t compress_min = 18;
/// A list of postings or values is cut where it has grown to this many bytes.
constexpr size_t chunk_bytes = 2000;

/// Beginnings of the keys of the table of postings that are no terms. No term begins with a zero byte and one of these.
constexpr std::string_view metadata_key("\0\xC0", 2), value_statistics_key("\0\xD0", 2), value_chunk_key("\0\xD8", 2),
    lengths_key("\0\xE0", 2);

inline std::string document_key(uint32_t document) {
  std::string key;
  pack_sortable(key, document);
  return key;
}

}  // namespace cxapian::bulk
