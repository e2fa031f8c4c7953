// Reads lists of postings as glass keeps them.
#pragma once

#include <cstdint>
#include <string_view>

#include "unpacking.h"

namespace cxapian::bulk {

/// A chunk of a list of postings: calls `body` with each document and frequency.
template <typename Body>
void for_each_posting(std::string_view chunk, uint32_t first, Body body) {
  Unpacker bytes(chunk);
  bytes.next();    // whether it is the last
  bytes.number();  // how far it goes
  uint32_t document = first;
  while (!bytes.at_end()) {
    body(document, static_cast<uint32_t>(bytes.number()));
    if (!bytes.at_end()) document += static_cast<uint32_t>(bytes.number()) + 1;
  }
}

/// The first chunk of a list, without what stands before it; gives the number of its first document.
inline std::string_view without_head(std::string_view tag, uint32_t &first) {
  Unpacker head(tag);
  head.number();  // entries
  head.number();  // occurrences
  first = static_cast<uint32_t>(head.number() + 1);
  return head.rest();
}

}  // namespace cxapian::bulk
