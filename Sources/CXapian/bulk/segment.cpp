#include "segment.h"

#include <algorithm>
#include <cstring>

#include <xapian.h>

#include "format.h"

namespace cxapian::bulk {

namespace {

/// The first eight bytes as a number that sorts as they do: most comparisons need no more.
uint64_t beginning(const uint8_t *bytes, size_t size) {
  uint64_t value = 0;
  std::memcpy(&value, bytes, std::min<size_t>(size, 8));
  return __builtin_bswap64(value);
}

std::string_view text(const uint8_t *bytes, size_t size) { return {reinterpret_cast<const char *>(bytes), size}; }

size_t common_beginning(std::string_view one, std::string_view other) {
  const size_t most = std::min(one.size(), other.size());
  size_t i = 0;
  while (i < most && one[i] == other[i]) ++i;
  return i;
}

/// A term after another: what they share is a number, which the frequency joins where one byte holds both.
void append_term(std::string &list, std::string_view before, std::string_view term, uint32_t frequency) {
  const size_t shared = common_beginning(before, term);
  size_t packed = 0;
  if (frequency < 127) packed = (frequency + 1) * (before.size() + 1) + shared;
  const bool is_packed = packed > 0 && packed < 256;
  list.push_back(static_cast<char>(is_packed ? packed : shared));
  list.push_back(static_cast<char>(term.size() - shared));
  list.append(term.substr(shared));
  if (!is_packed) pack_number(list, frequency);
}

}  // namespace

Segment::Segment(const std::string &path) : paths_(path), documents_(paths_.documents) {}

uint32_t Segment::add(std::string_view data, const uint8_t *bytes, const cxapian_value *values, size_t value_count,
                      const cxapian_term *terms, size_t term_count, const uint32_t *positions) {
  const uint32_t document = ++document_count_;
  sort_terms(bytes, terms, term_count);
  uint32_t length = 0;
  term_list_.clear();
  std::string_view before;
  uint32_t distinct = 0;
  for (size_t i = 0; i < term_count;) {
    const cxapian_term &term = terms[sorted_[i].index];
    const std::string_view name = text(bytes + term.start, term.length);
    uint32_t frequency = 0;
    merged_positions_.clear();
    // A term that was added twice is one term.
    for (; i < term_count; ++i) {
      const uint32_t index = sorted_[i].index;
      const cxapian_term &same = terms[index];
      if (text(bytes + same.start, same.length) != name) break;
      frequency += same.within_document_frequency;
      const uint32_t first = index == 0 ? 0 : terms[index - 1].positions_end;
      const bool is_second = !merged_positions_.empty();
      merged_positions_.insert(merged_positions_.end(), positions + first, positions + same.positions_end);
      if (is_second) {
        std::sort(merged_positions_.begin(), merged_positions_.end());
        merged_positions_.erase(std::unique(merged_positions_.begin(), merged_positions_.end()),
                                merged_positions_.end());
      }
    }
    postings_.push_back({terms_.intern(name), document, frequency, static_cast<uint32_t>(positions_.size())});
    if (!merged_positions_.empty()) packer_.pack(positions_, merged_positions_.data(), merged_positions_.size());
    if (distinct++ == 0) {
      term_list_.push_back(static_cast<char>(name.size()));
      term_list_.append(name);
      pack_number(term_list_, frequency);
    } else {
      append_term(term_list_, before, name, frequency);
    }
    before = name;
    length += frequency;
  }
  std::string head;
  if (distinct > 0) {
    pack_number(head, length);
    pack_number(head, distinct);
  }
  term_list_.insert(0, head);
  pack_slots(values, value_count);
  for (size_t i = 0; i < value_count; ++i) {
    const cxapian_value &value = values[i];
    if (value.length == 0) continue;
    auto slot = std::find_if(values_.begin(), values_.end(), [&](const auto &other) { return other.first == value.slot; });
    if (slot == values_.end()) slot = values_.insert(values_.end(), {value.slot, std::string()});
    pack_number(slot->second, document);
    pack_string(slot->second, text(bytes + value.start, value.length));
    value_bytes_ += value.length + 4;
  }

  documents_.write_number(length);
  const Tag packed_data = data_compressor_.compress(data, compress_min);
  documents_.write_number(packed_data.is_compressed);
  documents_.write_string(packed_data.bytes);
  const Tag packed_terms = data_compressor_.compress(term_list_, compress_min);
  documents_.write_number(packed_terms.is_compressed);
  documents_.write_string(packed_terms.bytes);
  documents_.write_string(slots_);
  return document;
}

void Segment::sort_terms(const uint8_t *bytes, const cxapian_term *terms, size_t count) {
  sorted_.resize(count);
  for (size_t i = 0; i < count; ++i)
    sorted_[i] = {beginning(bytes + terms[i].start, terms[i].length), static_cast<uint32_t>(i)};
  std::sort(sorted_.begin(), sorted_.end(), [&](const SortedTerm &one, const SortedTerm &other) {
    if (one.beginning != other.beginning) return one.beginning < other.beginning;
    const cxapian_term &first = terms[one.index], &second = terms[other.index];
    return text(bytes + first.start, first.length) < text(bytes + second.start, second.length);
  });
}

void Segment::pack_slots(const cxapian_value *values, size_t count) {
  std::vector<uint32_t> used;
  for (size_t i = 0; i < count; ++i)
    if (values[i].length > 0) used.push_back(values[i].slot);
  std::sort(used.begin(), used.end());
  slots_.clear();
  uint32_t next = 0;
  for (uint32_t slot : used) {
    pack_number(slots_, slot - next);
    next = slot + 1;
  }
}

size_t Segment::memory() const {
  // The order of the postings is made at the end, beside them.
  return postings_.size() * (sizeof(Posting) + 4) + positions_.size() + terms_.memory() + value_bytes_ + metadata_bytes_;
}

void Segment::finish() {
  documents_.finish(false);
  // Sorted by term with their order kept: documents stay ascending.
  std::vector<uint32_t> starts(terms_.size() + 1);
  for (const Posting &posting : postings_) ++starts[posting.term + 1];
  for (size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<uint32_t> order(postings_.size());
  {
    std::vector<uint32_t> next(starts);
    for (uint32_t i = 0; i < postings_.size(); ++i) order[next[postings_[i].term]++] = i;
  }
  write_inverted(order, starts);
  write_values();
  write_metadata();
}

void Segment::write_inverted(const std::vector<uint32_t> &order, const std::vector<uint32_t> &starts) {
  std::vector<SortedTerm> terms(terms_.size());
  for (uint32_t i = 0; i < terms.size(); ++i) {
    const std::string_view term = terms_[i];
    terms[i] = {beginning(reinterpret_cast<const uint8_t *>(term.data()), term.size()), i};
  }
  std::sort(terms.begin(), terms.end(), [&](const SortedTerm &one, const SortedTerm &other) {
    if (one.beginning != other.beginning) return one.beginning < other.beginning;
    return terms_[one.index] < terms_[other.index];
  });
  Output postings(paths_.postings), positions(paths_.positions);
  for (const SortedTerm &term : terms) {
    const uint32_t first = starts[term.index], end = starts[term.index + 1];
    postings.write_string(terms_[term.index]);
    postings.write_number(end - first);
    uint32_t before = 0, with_positions = 0;
    for (uint32_t i = first; i < end; ++i) {
      const Posting &posting = postings_[order[i]];
      postings.write_number(posting.document - before);
      postings.write_number(posting.frequency);
      before = posting.document;
      const size_t stop = order[i] + 1 < postings_.size() ? postings_[order[i] + 1].positions : positions_.size();
      if (stop > posting.positions) ++with_positions;
    }
    if (with_positions == 0) continue;
    positions.write_string(terms_[term.index]);
    positions.write_number(with_positions);
    before = 0;
    for (uint32_t i = first; i < end; ++i) {
      const Posting &posting = postings_[order[i]];
      const size_t stop = order[i] + 1 < postings_.size() ? postings_[order[i] + 1].positions : positions_.size();
      if (stop == posting.positions) continue;
      positions.write_number(posting.document - before);
      positions.write_string(std::string_view(positions_).substr(posting.positions, stop - posting.positions));
      before = posting.document;
    }
  }
  postings.finish(false);
  positions.finish(false);
}

void Segment::write_values() {
  std::sort(values_.begin(), values_.end());
  Output file(paths_.values);
  file.write_number(document_count_);
  for (const auto &[slot, values] : values_) {
    file.write_number(slot);
    file.write_string(values);
  }
  file.finish(false);
}

void Segment::write_metadata() {
  Output file(paths_.metadata);
  for (const auto &[key, value] : metadata_) {
    file.write_string(key);
    file.write_string(value);
  }
  file.finish(false);
}

}  // namespace cxapian::bulk
