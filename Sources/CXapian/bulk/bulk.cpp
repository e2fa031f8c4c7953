// The C ABI of bulk building.
#include <algorithm>
#include <cstring>

#include "build.h"
#include "internal.h"
#include "segment.h"

using namespace cxapian;

struct cxapian_segment {
  cxapian_segment(std::string path) : path(std::move(path)), segment(this->path) {}
  std::string path;
  bulk::Segment segment;
};

/// 1.4 writes one version of the format, and reads no other.
bool cxapian_bulk_is_supported() noexcept { return std::strncmp(Xapian::version_string(), "1.4.", 4) == 0; }

cxapian_status cxapian_segment_create(const uint8_t *path, size_t size, cxapian_segment **segment,
                                      cxapian_error *error) noexcept {
  *segment = nullptr;
  std::string name;
  return guarded(error, name, [&] {
    name = text(path, size);
    *segment = new cxapian_segment(name);
  });
}

void cxapian_segment_free(cxapian_segment *segment) noexcept { delete segment; }

size_t cxapian_segment_memory(const cxapian_segment *segment) noexcept { return segment->segment.memory(); }

cxapian_status cxapian_segment_add(cxapian_segment *segment, const uint8_t *data, size_t data_size,
                                   const uint8_t *bytes, size_t size, const cxapian_value *values, size_t value_count,
                                   const cxapian_term *terms, size_t term_count, const uint32_t *positions,
                                   size_t position_count, cxapian_error *error) noexcept {
  return guarded(error, segment->path, [&] {
    require_document(data_size, bytes, size, values, value_count, terms, term_count, position_count);
    segment->segment.add({reinterpret_cast<const char *>(data), data_size}, bytes, values, value_count, terms,
                         term_count, positions);
  });
}

cxapian_status cxapian_segment_set_metadata(cxapian_segment *segment, const uint8_t *key, size_t size,
                                            const uint8_t *value, size_t value_size, cxapian_error *error) noexcept {
  return guarded(error, segment->path, [&] {
    std::string name = text(key, size);
    require_key(name);
    require_size("metadata", value_size);
    segment->segment.set_metadata(name, text(value, value_size));
  });
}

cxapian_status cxapian_segment_finish(cxapian_segment *segment, cxapian_error *error) noexcept {
  return guarded(error, segment->path, [&] { segment->segment.finish(); });
}

cxapian_status cxapian_build(const uint8_t *base, size_t base_size, const uint32_t *without, size_t without_count,
                             const uint8_t *bytes, const uint32_t *ends, size_t count, const uint8_t *destination,
                             size_t size, bool durable, cxapian_error *error) noexcept {
  std::string path;
  return guarded(error, path, [&] {
    std::vector<std::unique_ptr<bulk::Source>> sources;
    if (base_size > 0) {
      path = text(base, base_size);
      std::vector<uint32_t> left_out(without, without + without_count);
      std::sort(left_out.begin(), left_out.end());
      sources.push_back(bulk::open_database(path, left_out));
    }
    path = text(destination, size);
    require_folder(path);
    // Together the buffers of a merge stay within some tens of megabytes.
    const size_t buffer = std::clamp<size_t>((32 << 20) / std::max<size_t>(count, 1), 16 << 10, 1 << 18);
    for (size_t i = 0, start = 0; i < count; start = ends[i], ++i)
      sources.push_back(bulk::open_segment(text(bytes + start, ends[i] - start), buffer));
    bulk::build(sources, path, durable);
  });
}
