// Where words stand near each other: phrases and windows, checked in documents that have all of the words.
#include <algorithm>

#include "internal.h"

using cxapian::guarded;

namespace {

using Positions = std::vector<uint32_t>;

void read(const Xapian::Database &database, uint32_t document, const std::string &term, Positions &positions) {
  positions.clear();
  const auto end = database.positionlist_end(document, term);
  for (auto position = database.positionlist_begin(document, term); position != end; ++position)
    positions.push_back(*position);
}

/// The words of a phrase: which of the distinct terms each is, and in what order they are best looked up.
struct Phrase {
  std::vector<size_t> terms;
  std::vector<size_t> rarest_first;
};

/// How often the words follow each other in a document. Most documents fail at the second word that is looked up.
uint32_t phrases(const Xapian::Database &database, uint32_t document, const std::vector<std::string> &terms,
                 const Phrase &phrase, std::vector<Positions> &positions) {
  for (Positions &known : positions) known.clear();
  Positions starts;
  bool is_first = true;
  for (const size_t word : phrase.rarest_first) {
    Positions &places = positions[phrase.terms[word]];
    if (places.empty()) read(database, document, terms[phrase.terms[word]], places);
    if (is_first) {
      for (const uint32_t place : places)
        if (place >= word) starts.push_back(place - uint32_t(word));
      is_first = false;
    } else {
      starts.erase(std::remove_if(starts.begin(), starts.end(),
                                  [&](uint32_t start) {
                                    return !std::binary_search(places.begin(), places.end(), start + uint32_t(word));
                                  }),
                   starts.end());
    }
    if (starts.empty()) return 0;
  }
  return uint32_t(starts.size());
}

/// In how many windows all distinct words stand, each as often as asked for; windows do not overlap.
uint32_t windows(const std::vector<Positions> &distinct, const std::vector<uint32_t> &needed, uint32_t window) {
  std::vector<std::pair<uint32_t, uint32_t>> places;
  for (size_t w = 0; w < distinct.size(); ++w)
    for (const uint32_t position : distinct[w]) places.emplace_back(position, uint32_t(w));
  std::sort(places.begin(), places.end());
  std::vector<uint32_t> inside(distinct.size());
  size_t missing = distinct.size(), first = 0;
  uint32_t count = 0;
  for (size_t last = 0; last < places.size(); ++last) {
    if (++inside[places[last].second] == needed[places[last].second]) --missing;
    while (places[last].first - places[first].first >= window) {
      if (inside[places[first].second]-- == needed[places[first].second]) ++missing;
      ++first;
    }
    if (missing > 0) continue;
    ++count;
    std::fill(inside.begin(), inside.end(), 0);
    missing = distinct.size();
    first = last + 1;
  }
  return count;
}

/// How many documents are looked at between two looks at the clock.
constexpr size_t stride = 64;

}  // namespace

cxapian_status cxapian_reader_windows(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                      size_t term_count, uint32_t window, const uint32_t *documents, size_t count,
                                      uint64_t nanoseconds, cxapian_numbers *counts, cxapian_error *error) noexcept {
  *counts = {};
  return guarded(error, reader->path, [&] {
    const cxapian::Deadline deadline(nanoseconds);
    if (term_count == 0) throw Xapian::InvalidArgumentError("a phrase without words");
    std::vector<std::string> terms;
    std::vector<uint32_t> needed;
    Phrase phrase;
    for (size_t t = 0, start = 0; t < term_count; start = ends[t], ++t) {
      const std::string term = cxapian::text(bytes + start, ends[t] - start);
      const size_t known = size_t(std::find(terms.begin(), terms.end(), term) - terms.begin());
      phrase.terms.push_back(known);
      phrase.rarest_first.push_back(t);
      if (known < terms.size()) {
        ++needed[known];
      } else {
        terms.push_back(term);
        needed.push_back(1);
      }
    }
    std::vector<Xapian::doccount> frequencies;
    for (const std::string &term : terms) frequencies.push_back(reader->database.get_termfreq(term));
    std::stable_sort(phrase.rarest_first.begin(), phrase.rarest_first.end(), [&](size_t one, size_t other) {
      return frequencies[phrase.terms[one]] < frequencies[phrase.terms[other]];
    });
    std::vector<Positions> positions(terms.size());
    std::vector<uint32_t> found;
    for (size_t i = 0; i < count; ++i) {
      if (i % stride == 0 && deadline.is_over()) break;
      if (window == 0) {
        found.push_back(phrases(reader->database, documents[i], terms, phrase, positions));
        continue;
      }
      for (size_t t = 0; t < terms.size(); ++t) read(reader->database, documents[i], terms[t], positions[t]);
      found.push_back(windows(positions, needed, window));
    }
    cxapian::flatten(found, counts);
  });
}
