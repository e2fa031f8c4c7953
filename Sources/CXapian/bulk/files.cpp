#include "files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

namespace cxapian::bulk {

namespace {
constexpr size_t buffer_bytes = 1 << 18;
}

Output::Output(const std::string &path) : path_(path), buffer_(buffer_bytes) {
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0 && errno == EEXIST) throw Xapian::DatabaseCreateError("there is such a file already", path);
  if (descriptor_ < 0) throw Xapian::DatabaseError("cannot make the file", path, errno);
}

Output::~Output() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Output::write(const void *bytes, size_t size) {
  auto from = static_cast<const char *>(bytes);
  while (size > 0) {
    if (used_ == buffer_.size()) flush();
    const size_t part = std::min(size, buffer_.size() - used_);
    std::memcpy(buffer_.data() + used_, from, part);
    used_ += part;
    from += part;
    size -= part;
  }
}

void Output::write_number(uint64_t value) {
  char bytes[10];
  size_t count = 0;
  while (value >= 128) {
    bytes[count++] = static_cast<char>(static_cast<uint8_t>(value) | 0x80);
    value >>= 7;
  }
  bytes[count++] = static_cast<char>(value);
  write(bytes, count);
}

void Output::flush() {
  size_t written = 0;
  while (written < used_) {
    const ssize_t part = ::write(descriptor_, buffer_.data() + written, used_ - written);
    if (part < 0 && errno == EINTR) continue;
    if (part <= 0) throw Xapian::DatabaseError("cannot write", path_, part < 0 ? errno : ENOSPC);
    written += static_cast<size_t>(part);
  }
  flushed_ += used_;
  used_ = 0;
}

void Output::finish(bool durable) {
  flush();
  int result = 0;
  if (durable) {
    do result = ::fsync(descriptor_);
    while (result != 0 && errno == EINTR);
  }
  const int problem = errno;
  const int closed = ::close(descriptor_);
  descriptor_ = -1;
  if (result != 0) throw Xapian::DatabaseError("cannot sync", path_, problem);
  if (closed != 0) throw Xapian::DatabaseError("cannot write", path_, errno);
}

Input::Input(std::string path, size_t buffer_size) : path_(std::move(path)), buffer_(buffer_size) {}

bool Input::fill(size_t size) {
  if (end_ - start_ >= size) return true;
  std::memmove(buffer_.data(), buffer_.data() + start_, end_ - start_);
  end_ -= start_;
  start_ = 0;
  if (buffer_.size() < size) buffer_.resize(size);
  const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw Xapian::DatabaseOpeningError("cannot open", path_, errno);
  int problem = 0;
  while (end_ < buffer_.size()) {
    const ssize_t part = ::pread(descriptor, buffer_.data() + end_, buffer_.size() - end_, static_cast<off_t>(offset_));
    if (part < 0 && errno == EINTR) continue;
    if (part < 0) problem = errno;
    if (part <= 0) break;
    end_ += static_cast<size_t>(part);
    offset_ += static_cast<uint64_t>(part);
  }
  ::close(descriptor);
  if (problem != 0) throw Xapian::DatabaseError("cannot read", path_, problem);
  return end_ >= size;
}

bool Input::at_end() { return !fill(1); }

uint64_t Input::read_number() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    if (start_ == end_ && !fill(1)) break;
    const uint8_t byte = static_cast<uint8_t>(buffer_[start_++]);
    value |= uint64_t(byte & 0x7F) << shift;
    if (byte < 128) return value;
  }
  throw Xapian::DatabaseCorruptError("the file ends too early", path_);
}

std::string_view Input::read(size_t size) {
  if (!fill(size)) throw Xapian::DatabaseCorruptError("the file ends too early", path_);
  start_ += size;
  return {buffer_.data() + start_ - size, size};
}

void Input::skip(size_t size) {
  const size_t there = std::min(size, end_ - start_);
  start_ += there;
  offset_ += size - there;
}

}  // namespace cxapian::bulk
