// Joining: several folders written apart become one, and nothing of it is lost once it has returned.
#include <cerrno>
#include <string>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "internal.h"

using namespace cxapian;

namespace {

void sync_path(const std::string &path, int flags) {
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
  if (descriptor < 0) throw Xapian::DatabaseOpeningError("cannot open to sync", path, errno);
  int result;
  do result = ::fsync(descriptor);
  while (result != 0 && errno == EINTR);
  int problem = errno;
  ::close(descriptor);
  if (result != 0) throw Xapian::DatabaseError("cannot sync", path, problem);
}

/// Every file of a folder, then the folder, then its entry in the folder above.
void sync_folder(const std::string &path) {
  DIR *folder = ::opendir(path.c_str());
  if (!folder) throw Xapian::DatabaseOpeningError("cannot list to sync", path, errno);
  std::vector<std::string> files;
  while (dirent *entry = ::readdir(folder)) {
    if (entry->d_name[0] != '.') files.push_back(path + "/" + entry->d_name);
  }
  ::closedir(folder);
  for (const std::string &file : files) sync_path(file, 0);
  sync_path(path, O_DIRECTORY);
  sync_path(path + "/..", O_DIRECTORY);
}

}  // namespace

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
