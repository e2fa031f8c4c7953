// The file that makes a folder a database.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "table_builder.h"

namespace cxapian::bulk {

/// What the version file says of all documents together.
struct Statistics {
  uint32_t documents = 0;
  uint32_t least_length = 0, greatest_length = 0, greatest_frequency = 0;
  uint64_t total_length = 0;

  void add(uint32_t length) {
    if (total_length == 0 || (length > 0 && length < least_length)) least_length = length;
    greatest_length = std::max(greatest_length, length);
    total_length += length;
    ++documents;
  }
};

/// Names the revision, the roots of the tables (postings, documents, lists of terms, positions, spelling, synonyms), and
/// the statistics. With `durable`, everything in the folder is synced. Throws Xapian::DatabaseError.
void write_version(const std::string &folder, const std::vector<TableRoot> &tables, const Statistics &all, bool durable);

}  // namespace cxapian::bulk
