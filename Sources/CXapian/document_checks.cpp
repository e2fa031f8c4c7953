// What a document must be before Xapian, or a segment, sees it.
#include <algorithm>

#include "internal.h"

using Xapian::InvalidArgumentError;

namespace cxapian {

namespace {

void require_inside(uint64_t end, size_t size) {
  if (end > size) throw InvalidArgumentError("a range outside its buffer");
}

}  // namespace

void require_term(const uint8_t *bytes, size_t size) {
  if (size == 0) throw InvalidArgumentError("an empty term");
  // Glass writes a zero byte as two.
  if (size > CXAPIAN_TERM_MAX || size + std::count(bytes, bytes + size, uint8_t(0)) > CXAPIAN_TERM_MAX)
    throw InvalidArgumentError("a term of more than 245 bytes: " + text(bytes, std::min<size_t>(size, 40)) + "...");
}

void require_size(const char *what, size_t size) {
  if (size > CXAPIAN_DATA_MAX) throw InvalidArgumentError(std::string(what) + " of more than 64 MiB");
}

void require_document(size_t data_size, const uint8_t *bytes, size_t size, const cxapian_value *values,
                      size_t value_count, const cxapian_term *terms, size_t term_count, size_t position_count) {
  require_size("data", data_size);
  for (size_t i = 0; i < value_count; ++i) {
    const cxapian_value &value = values[i];
    if (value.slot == Xapian::BAD_VALUENO) throw InvalidArgumentError("there is no such value slot");
    require_size("a value", value.length);
    require_inside(uint64_t(value.start) + value.length, size);
  }
  for (size_t i = 0; i < term_count; ++i) {
    const cxapian_term &term = terms[i];
    require_inside(uint64_t(term.start) + term.length, size);
    require_inside(term.positions_end, position_count);
    require_term(bytes + term.start, term.length);
  }
}

}  // namespace cxapian
