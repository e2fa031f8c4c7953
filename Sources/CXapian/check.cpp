// Verifying: what Xapian itself can say about the structure of a folder.
#include <algorithm>
#include <sstream>

#include "internal.h"

using namespace cxapian;

namespace {

/// Bytes of the report that are kept: a badly damaged table has a line for each of its blocks.
constexpr size_t maximum_report = 64 << 10;

}  // namespace

cxapian_status cxapian_check(const uint8_t *path, size_t size, size_t *faults, cxapian_strings *report,
                             cxapian_error *error) noexcept {
  *faults = 0;
  *report = {};
  std::string name;
  return guarded(error, name, [&] {
    name = text(path, size);
    require_folder(name);
    std::ostringstream words;
    size_t found = Xapian::Database::check(name, 0, &words);
    flatten({words.str().substr(0, maximum_report)}, report);
    *faults = found;
  });
}
