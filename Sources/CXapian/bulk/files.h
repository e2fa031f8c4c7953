// Files that are written once from the first byte to the last, and read the same way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxapian::bulk {

/// A file being written through a buffer. Whoever forgets `finish()` loses the end of it.
class Output {
 public:
  /// Throws Xapian::DatabaseCreateError when there is such a file already.
  explicit Output(const std::string &path);
  ~Output();
  Output(const Output &) = delete;
  Output &operator=(const Output &) = delete;

  void write(const void *bytes, size_t size);
  void write(std::string_view bytes) { write(bytes.data(), bytes.size()); }
  void write_number(uint64_t value);
  void write_string(std::string_view value) {
    write_number(value.size());
    write(value);
  }
  /// Bytes written so far.
  uint64_t size() const { return flushed_ + used_; }
  /// Writes what is in the buffer, with `durable` to the disk, and closes. Throws Xapian::DatabaseError.
  void finish(bool durable);

 private:
  void flush();

  std::string path_;
  int descriptor_;
  std::vector<char> buffer_;
  size_t used_ = 0;
  uint64_t flushed_ = 0;
};

/// A file being read. It is open only while its buffer is filled, so that any number may be read side by side.
class Input {
 public:
  Input(std::string path, size_t buffer_size);

  bool at_end();
  /// Throw Xapian::DatabaseCorruptError when the file ends too early.
  uint64_t read_number();
  /// The next bytes; they stay until the next call.
  std::string_view read(size_t size);
  std::string_view read_string() { return read(static_cast<size_t>(read_number())); }
  void skip(size_t size);

 private:
  /// Has at least `size` bytes in the buffer. Returns false at the end.
  bool fill(size_t size);

  std::string path_;
  std::vector<char> buffer_;
  size_t start_ = 0, end_ = 0;
  uint64_t offset_ = 0;
};

}  // namespace cxapian::bulk
