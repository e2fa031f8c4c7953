// Joining: several folders written apart become one, and nothing of it is lost once it has returned.
#include <string>

#include <unistd.h>

#include "internal.h"

using namespace cxapian;

cxapian_status cxapian_compact(const uint8_t *bytes, const uint32_t *ends, size_t count, const uint8_t *destination,
                               size_t size, bool durable, cxapian_error *error) noexcept {
  std::string path;
  return guarded(error, path, [&] {
    if (count == 0) throw Xapian::InvalidArgumentError("no path");
    Xapian::Database joined;
    for (size_t i = 0, start = 0; i < count; start = ends[i], ++i) {
      path = text(bytes + start, ends[i] - start);
      require_folder(path);
      joined.add_database(Xapian::Database(path, Xapian::DB_BACKEND_GLASS));
    }
    path = text(destination, size);
    require_folder(path);
    // Xapian would write over it.
    if (access((path + "/iamglass").c_str(), F_OK) == 0) throw Xapian::DatabaseCreateError("there is an index already");
    joined.compact(path);
    if (durable) sync_folder(path);
  });
}
