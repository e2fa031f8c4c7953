// How Xapian's glass format writes numbers, strings and positions (version 2016-03-14 of the format, Xapian 1.4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxapian::bulk {

/// Seven bits a byte, the lowest first; the last byte is below 128.
template <typename Bytes>
inline void pack_number(Bytes &out, uint64_t value) {
  while (value >= 128) {
    out.push_back(static_cast<typename Bytes::value_type>(static_cast<uint8_t>(value) | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<typename Bytes::value_type>(value));
}

inline void pack_string(std::string &out, std::string_view value) {
  pack_number(out, value.size());
  out.append(value);
}

/// A number whose bytes sort as it does: two bytes below 0x8000, else as many ones as there are bytes more than two.
inline void pack_sortable(std::string &out, uint32_t value) {
  if (value < 0x8000) {
    out.push_back(static_cast<char>(value >> 8));
    out.push_back(static_cast<char>(value));
    return;
  }
  const int length = (37 - __builtin_clz(value)) / 7;
  const uint32_t mask = 0xFFu << (10 - length);
  char bytes[8];
  for (int i = length - 1; i > 0; --i) {
    bytes[i] = static_cast<char>(value);
    value >>= 8;
  }
  bytes[0] = static_cast<char>(value | mask);
  out.append(bytes, static_cast<size_t>(length));
}

/// A string whose bytes sort as it does whatever follows: a zero byte takes an 0xFF behind it, and one ends it.
inline void pack_sortable(std::string &out, std::string_view value, bool is_last) {
  for (char byte : value) {
    out.push_back(byte);
    if (byte == 0) out.push_back(static_cast<char>(0xFF));
  }
  if (!is_last) out.push_back(0);
}

/// Positions, ascending and at least one: the last in full; of more than one, the first, their number, and those
/// between in interpolative code (Moffat and Stuiver 2000), which takes few bits where words stand close.
class PositionPacker {
 public:
  void pack(std::string &out, const uint32_t *positions, size_t count) {
    pack_number(out, positions[count - 1]);
    if (count == 1) return;
    out_ = &out;
    positions_ = positions;
    write(positions[0], positions[count - 1]);
    write(static_cast<uint32_t>(count - 2), positions[count - 1] - positions[0]);
    write_between(0, static_cast<uint32_t>(count - 1));
    if (bits_ > 0) out.push_back(static_cast<char>(waiting_));
    waiting_ = 0;
    bits_ = 0;
  }

 private:
  /// One of `range` values, the lowest bit first; those in the middle take a bit less where there is room.
  void write(uint32_t value, uint32_t range) {
    uint32_t bits = range > 1 ? 32 - static_cast<uint32_t>(__builtin_clz(range - 1)) : 0;
    const uint64_t spare = (uint64_t(1) << bits) - range;
    if (spare > 0) {
      const uint64_t middle = (range - spare) / 2;
      if (value >= middle + spare) {
        value = static_cast<uint32_t>(value - (middle + spare)) | (1u << (bits - 1));
      } else if (value >= middle) {
        --bits;
      }
    }
    waiting_ |= uint64_t(value) << bits_;
    bits_ += bits;
    while (bits_ >= 8) {
      out_->push_back(static_cast<char>(waiting_));
      waiting_ >>= 8;
      bits_ -= 8;
    }
  }

  void write_between(uint32_t low, uint32_t high) {
    while (low + 1 < high) {
      const uint32_t middle = (low + high) / 2;
      const uint32_t least = positions_[low] + middle - low;
      write(positions_[middle] - least, positions_[high] - positions_[low] + low - high + 1);
      write_between(low, middle);
      low = middle;
    }
  }

  std::string *out_ = nullptr;
  const uint32_t *positions_ = nullptr;
  uint64_t waiting_ = 0;
  uint32_t bits_ = 0;
};

}  // namespace cxapian::bulk
