#include <new>

#include <libdeflate.h>

#include "segment.h"

namespace cxapian::bulk {

namespace {
/// Of 0 to 12: above this, much time for little room.
constexpr int level = 2;
}  // namespace

Compressor::Compressor() : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

Compressor::~Compressor() { libdeflate_free_compressor(compressor_); }

Tag Compressor::compress(std::string_view bytes, size_t least) {
  if (bytes.size() <= least) return {bytes, false};
  buffer_.resize(bytes.size() - 1);
  const size_t size =
      libdeflate_deflate_compress(compressor_, bytes.data(), bytes.size(), buffer_.data(), buffer_.size());
  if (size == 0) return {bytes, false};
  return {std::string_view(buffer_.data(), size), true};
}

}  // namespace cxapian::bulk
