#include "segment.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace cxapian::bulk {

TermTable::TermTable() : slots_(1 << 14) {}

uint32_t TermTable::intern(std::string_view term) {
  if ((ends_.size() + 1) * 2 > slots_.size()) grow();
  const uint32_t hash = static_cast<uint32_t>(XXH3_64bits(term.data(), term.size()));
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot &slot = slots_[at];
    if (slot.number == 0) {
      bytes_.append(term);
      ends_.push_back(bytes_.size());
      slot = {hash, static_cast<uint32_t>(ends_.size())};
      return slot.number - 1;
    }
    if (slot.hash == hash && (*this)[slot.number - 1] == term) return slot.number - 1;
  }
}

void TermTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot &slot : old) {
    if (slot.number == 0) continue;
    size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace cxapian::bulk
