// Reads what packing.h writes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <xapian.h>

namespace cxapian::bulk {

/// Takes one thing after the other off the beginning of some bytes. Throws Xapian::DatabaseCorruptError at their end.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  uint64_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const uint8_t byte = next();
      value |= uint64_t(byte & 0x7F) << shift;
      if (byte < 128) return value;
    }
    throw Xapian::DatabaseCorruptError("a number that does not end");
  }

  std::string_view string() {
    const size_t size = static_cast<size_t>(number());
    if (size > rest_.size()) throw Xapian::DatabaseCorruptError("an entry that ends too early");
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }

  uint8_t next() {
    if (rest_.empty()) throw Xapian::DatabaseCorruptError("an entry that ends too early");
    const uint8_t byte = static_cast<uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

  uint32_t sortable_number() {
    const uint8_t first = next();
    if (first < 0x80) return uint32_t(first) << 8 | next();
    if (first == 0xFF) throw Xapian::DatabaseCorruptError("a number that is too large");
    // As many leading ones as there are bytes more than two.
    const int ones = __builtin_clz(~(uint32_t(first) << 24));
    uint32_t value = first & (0xFFu >> (ones + 1));
    for (int i = 0; i <= ones; ++i) value = value << 8 | next();
    return value;
  }

  /// Up to the zero byte that ends it, or to the end.
  std::string sortable_string() {
    std::string value;
    while (!rest_.empty()) {
      const char byte = static_cast<char>(next());
      if (byte == 0) {
        if (rest_.empty() || static_cast<uint8_t>(rest_.front()) != 0xFF) break;
        next();
      }
      value.push_back(byte);
    }
    return value;
  }

 private:
  std::string_view rest_;
};

}  // namespace cxapian::bulk
