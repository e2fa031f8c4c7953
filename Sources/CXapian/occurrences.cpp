// How often terms occur in documents, and where: the columns from which a ranking is made over candidates, and all of
// one document.
#include "internal.h"

using cxapian::guarded;

cxapian_status cxapian_reader_occurrences(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                          size_t term_count, const uint32_t *documents, size_t count,
                                          cxapian_numbers *occurrences, cxapian_error *error) noexcept {
  *occurrences = {};
  return guarded(error, reader->path, [&] {
    const auto order = cxapian::ascending(documents, count);
    std::vector<uint32_t> matrix((term_count + 1) * count);
    for (size_t t = 0, start = 0; t < term_count; start = ends[t], ++t) {
      const std::string term = cxapian::text(bytes + start, ends[t] - start);
      auto posting = reader->database.postlist_begin(term);
      const auto end = reader->database.postlist_end(term);
      uint32_t *row = matrix.data() + t * count;
      for (size_t i : order) {
        if (posting == end) break;
        posting.skip_to(documents[i]);
        if (posting != end && *posting == documents[i]) row[i] = posting.get_wdf();
      }
    }
    uint32_t *lengths = matrix.data() + term_count * count;
    for (size_t i : order) lengths[i] = reader->database.get_doclength(documents[i]);
    cxapian::flatten(matrix, occurrences);
  });
}

cxapian_status cxapian_reader_postings(cxapian_reader *reader, uint32_t document, cxapian_strings *terms,
                                       cxapian_numbers *numbers, cxapian_error *error) noexcept {
  *terms = {};
  *numbers = {};
  cxapian_status status = guarded(error, reader->path, [&] {
    std::vector<std::string> names;
    std::vector<uint32_t> places;
    const auto end = reader->database.termlist_end(document);
    for (auto term = reader->database.termlist_begin(document); term != end; ++term) {
      names.push_back(*term);
      places.push_back(term.get_wdf());
      const size_t count = places.size();
      places.push_back(0);
      const auto last = reader->database.positionlist_end(document, names.back());
      for (auto position = reader->database.positionlist_begin(document, names.back()); position != last; ++position)
        places.push_back(*position);
      places[count] = static_cast<uint32_t>(places.size() - count - 1);
    }
    cxapian::flatten(places, numbers);
    cxapian::flatten(names, terms);
  });
  if (status != CXAPIAN_STATUS_OK) cxapian_numbers_free(numbers);
  return status;
}
