// How often terms occur in documents: the columns from which a ranking is made over candidates.
#include <algorithm>

#include "internal.h"

using cxapian::guarded;

namespace {

/// Fills a row from postings in memory; both go up.
void look_up(const cxapian::PostingArrays &postings, const uint32_t *documents, const std::vector<size_t> &order,
             uint32_t *row) {
  auto from = postings.documents.begin();
  const auto end = postings.documents.end();
  for (size_t i : order) {
    // The next one is near: doubling steps find it sooner than halving what is left.
    size_t step = 1;
    auto to = from;
    while (size_t(end - to) > step && to[step] < documents[i]) {
      to += step;
      step *= 2;
    }
    from = std::lower_bound(to, size_t(end - to) > step ? to + step + 1 : end, documents[i]);
    if (from == end) break;
    if (*from == documents[i]) row[i] = std::max<uint32_t>(postings.counts[from - postings.documents.begin()], 1);
  }
}

}  // namespace

cxapian_status cxapian_reader_occurrences(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                          size_t term_count, const uint32_t *documents, size_t count,
                                          cxapian_numbers *occurrences, cxapian_error *error) noexcept {
  *occurrences = {};
  return guarded(error, reader->path, [&] {
    const auto order = cxapian::ascending(documents, count);
    std::vector<uint32_t> matrix((term_count + 1) * count);
    for (size_t t = 0, start = 0; t < term_count; start = ends[t], ++t) {
      const std::string term = cxapian::text(bytes + start, ends[t] - start);
      uint32_t *row = matrix.data() + t * count;
      if (const auto *kept = reader->postings.cheap_postings(reader->database, term)) {
        look_up(*kept, documents, order, row);
        continue;
      }
      auto posting = reader->database.postlist_begin(term);
      const auto end = reader->database.postlist_end(term);
      for (size_t i : order) {
        if (posting == end) break;
        posting.skip_to(documents[i]);
        if (posting != end && *posting == documents[i]) row[i] = std::max<uint32_t>(posting.get_wdf(), 1);
      }
    }
    uint32_t *lengths = matrix.data() + term_count * count;
    for (size_t i : order) lengths[i] = reader->database.get_doclength(documents[i]);
    cxapian::flatten(matrix, occurrences);
  });
}
