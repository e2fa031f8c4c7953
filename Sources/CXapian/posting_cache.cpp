#include "posting_cache.h"

#include <algorithm>

using namespace cxapian;

namespace {

/// Terms of fewer documents cost little to read.
constexpr size_t kept_from = 1000;
/// All that is kept, together.
constexpr size_t maximum_bytes = size_t(96) << 20;
constexpr size_t posting_bytes = sizeof(uint32_t) + sizeof(uint16_t);

void read(const Xapian::Database &database, const std::string &term, size_t frequency, PostingArrays &arrays) {
  arrays.documents.clear();
  arrays.counts.clear();
  arrays.documents.reserve(frequency);
  arrays.counts.reserve(frequency);
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    arrays.documents.push_back(*posting);
    arrays.counts.push_back(uint16_t(std::min<Xapian::termcount>(posting.get_wdf(), UINT16_MAX)));
  }
}

}  // namespace

const PostingArrays &PostingCache::postings(const Xapian::Database &database, const std::string &term) {
  if (auto known = kept_.find(term); known != kept_.end()) return known->second;
  const size_t frequency = database.get_termfreq(term);
  read(database, term, frequency, passing_);
  const size_t bytes = passing_.documents.size() * posting_bytes;
  if (frequency < kept_from || bytes_ + bytes > maximum_bytes) return passing_;
  bytes_ += bytes;
  return kept_.emplace(term, std::move(passing_)).first->second;
}

const PostingArrays *PostingCache::cheap_postings(const Xapian::Database &database, const std::string &term) {
  if (auto known = kept_.find(term); known != kept_.end()) return &known->second;
  // What cannot be kept is skipped through: that is faster for few documents than to read it all.
  const size_t frequency = database.get_termfreq(term);
  if (frequency >= kept_from && bytes_ + frequency * posting_bytes > maximum_bytes) return nullptr;
  return &postings(database, term);
}

void PostingCache::clear() {
  kept_.clear();
  bytes_ = 0;
}
