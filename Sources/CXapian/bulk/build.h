// Joins sources into one database.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "source.h"

namespace cxapian::bulk {

/// Makes a database at `folder`, which must be there and hold none. Documents are numbered in the order of the sources;
/// of metadata under one key the last source's stands, and an empty value is no value. With `durable`, a power cut
/// after the call loses nothing of it. Throws Xapian errors.
void build(const std::vector<std::unique_ptr<Source>> &sources, const std::string &folder, bool durable);

}  // namespace cxapian::bulk
