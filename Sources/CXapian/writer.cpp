// Writing: one handle, one lock; a commit returns when a power cut can no longer undo it.
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"
#ifdef CXAPIAN_FAULTS
#include "cxapian_faults.h"
#endif

using namespace cxapian;
using Xapian::InvalidOperationError;

namespace {

/// An open folder, for fsync. A file renamed in it is safe only after that, and Xapian 1.4 does not do it.
class Folder {
 public:
  Folder() = default;
  ~Folder() { close(); }
  Folder(const Folder &) = delete;
  Folder &operator=(const Folder &) = delete;

  void open(int parent, const std::string &path) {
    descriptor_ = ::openat(parent, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor_ < 0) throw Xapian::DatabaseOpeningError("cannot open the folder to sync it", path, errno);
  }
  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  void sync() const {
    int result;
    do result = ::fsync(descriptor_);
    while (result != 0 && errno == EINTR);
    if (result != 0) throw Xapian::DatabaseError("cannot sync the folder", std::string(), errno);
  }

  void close() noexcept {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

 private:
  int descriptor_ = -1;
};

#ifdef CXAPIAN_FAULTS
thread_local cxapian_sync last_sync;

void note_sync(int folder) noexcept {
  struct stat status;
  last_sync.count += 1;
  last_sync.folder = fstat(folder, &status) == 0 ? status.st_ino : 0;
  last_sync.version_file = fstatat(folder, "iamglass", &status, 0) == 0 ? status.st_ino : 0;
}
#endif

}  // namespace

struct cxapian_writer {
  std::string path;
  Xapian::WritableDatabase database;
  Folder folder;
  /// Open until the first commit of a folder that may be new: its entry in its parent has to last, too.
  Folder parent;
  bool in_transaction = false;
  bool broken = false;

  /// One change in Xapian, which throws away all those before it when it throws.
  template <typename Change>
  void change(Change &&apply) {
    if (broken) throw InvalidOperationError("an earlier change failed and took the others with it: open a new writer");
    broken = true;
    apply();
    broken = false;
  }
};

#ifdef CXAPIAN_FAULTS
cxapian_sync cxapian_last_sync() noexcept { return last_sync; }
#endif

cxapian_status cxapian_writer_open(const uint8_t *path, size_t size, cxapian_mode mode, cxapian_writer **writer,
                                   cxapian_error *error) noexcept {
  *writer = nullptr;
  std::string name;
  return guarded(error, name, [&] {
    name = text(path, size);
    require_folder(name);
    auto opening = std::make_unique<cxapian_writer>();
    opening->path = name;
    // Xapian's own "create" and "create or open" build anew over an index that they cannot read.
    bool there = access((name + "/iamglass").c_str(), F_OK) == 0;
    if (there && mode == CXAPIAN_MODE_CREATE) throw Xapian::DatabaseCreateError("there is an index already");
    // Tables without a version file are what a run leaves that ends while it makes them: Xapian takes them for a
    // database, and would refuse to make one ever after. Nobody has been told that anything is in them.
    int action = there || mode == CXAPIAN_MODE_OPEN ? Xapian::DB_OPEN : Xapian::DB_CREATE_OR_OVERWRITE;
    opening->database = Xapian::WritableDatabase(name, action | Xapian::DB_BACKEND_GLASS);
    opening->folder.open(AT_FDCWD, name);
    if (mode != CXAPIAN_MODE_OPEN) opening->parent.open(opening->folder.descriptor(), "..");
    *writer = opening.release();
  });
}

cxapian_status cxapian_writer_close(cxapian_writer *writer, cxapian_error *error) noexcept {
  std::unique_ptr<cxapian_writer> closing(writer);
  return guarded(error, writer->path, [&] {
    // Closing commits what is pending, except inside a transaction, which it cancels.
    if (!writer->in_transaction) writer->database.begin_transaction(false);
    writer->database.close();
  });
}

cxapian_status cxapian_writer_begin(cxapian_writer *writer, cxapian_error *error) noexcept {
  return guarded(error, writer->path, [&] {
    if (writer->in_transaction) throw InvalidOperationError("a transaction is open");
    writer->change([&] { writer->database.begin_transaction(true); });
    writer->in_transaction = true;
  });
}

cxapian_status cxapian_writer_cancel(cxapian_writer *writer, cxapian_error *error) noexcept {
  return guarded(error, writer->path, [&] {
    if (!writer->in_transaction && writer->broken) return;  // a failed commit has ended it
    if (!writer->in_transaction) throw InvalidOperationError("no transaction is open");
    writer->in_transaction = false;
    writer->database.cancel_transaction();
  });
}

cxapian_status cxapian_writer_commit(cxapian_writer *writer, cxapian_error *error) noexcept {
  return guarded(error, writer->path, [&] {
    writer->change([&] {
      if (writer->in_transaction) {
        writer->in_transaction = false;
        writer->database.commit_transaction();
      } else {
        writer->database.commit();
      }
      writer->folder.sync();
#ifdef CXAPIAN_FAULTS
      note_sync(writer->folder.descriptor());
#endif
      if (writer->parent.is_open()) {
        writer->parent.sync();
        writer->parent.close();
      }
    });
  });
}

cxapian_status cxapian_writer_add(cxapian_writer *writer, const uint8_t *data, size_t data_size, const uint8_t *bytes,
                                  size_t size, const cxapian_value *values, size_t value_count,
                                  const cxapian_term *terms, size_t term_count, const uint32_t *positions,
                                  size_t position_count, uint32_t *document, cxapian_error *error) noexcept {
  *document = 0;
  return guarded(error, writer->path, [&] {
    require_document(data_size, bytes, size, values, value_count, terms, term_count, position_count);
    Xapian::Document filling;
    filling.set_data(text(data, data_size));
    for (size_t i = 0; i < value_count; ++i) {
      const cxapian_value &value = values[i];
      filling.add_value(value.slot, text(bytes + value.start, value.length));
    }
    size_t position = 0;
    for (size_t i = 0; i < term_count; ++i) {
      const cxapian_term &term = terms[i];
      std::string name = text(bytes + term.start, term.length);
      filling.add_term(name, term.within_document_frequency);
      for (; position < term.positions_end; ++position) filling.add_posting(name, positions[position], 0);
    }
    writer->change([&] { *document = writer->database.add_document(filling); });
  });
}

cxapian_status cxapian_writer_delete(cxapian_writer *writer, const uint8_t *term, size_t size,
                                     cxapian_error *error) noexcept {
  return guarded(error, writer->path, [&] {
    require_term(term, size);
    std::string name = text(term, size);
    writer->change([&] { writer->database.delete_document(name); });
  });
}

cxapian_status cxapian_writer_set_metadata(cxapian_writer *writer, const uint8_t *key, size_t size,
                                           const uint8_t *value, size_t value_size, cxapian_error *error) noexcept {
  return guarded(error, writer->path, [&] {
    std::string name = text(key, size);
    require_key(name);
    require_size("metadata", value_size);
    writer->change([&] { writer->database.set_metadata(name, text(value, value_size)); });
  });
}

cxapian_status cxapian_writer_metadata(cxapian_writer *writer, const uint8_t *key, size_t size, cxapian_strings *value,
                                       cxapian_error *error) noexcept {
  *value = {};
  return guarded(error, writer->path, [&] {
    std::string name = text(key, size);
    require_key(name);
    flatten({writer->database.get_metadata(name)}, value);
  });
}

cxapian_status cxapian_writer_count(cxapian_writer *writer, uint32_t *documents, cxapian_error *error) noexcept {
  *documents = 0;
  return guarded(error, writer->path, [&] { *documents = writer->database.get_doccount(); });
}
