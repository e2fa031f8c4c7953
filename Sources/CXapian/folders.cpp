// Folders: what may be one, and how a folder is made to last.
#include <cerrno>
#include <string>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

namespace cxapian {

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

}  // namespace

void require_folder(const std::string &path) {
  if (path.empty()) throw Xapian::InvalidArgumentError("the path is empty");
  if (path.find('\0') != std::string::npos) throw Xapian::InvalidArgumentError("the path holds a NUL");
  struct stat status;
  if (stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode))
    throw Xapian::DatabaseOpeningError("not a folder", path);
}

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

}  // namespace cxapian
