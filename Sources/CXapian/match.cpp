// Searching: the best documents for a query, with the values that were asked for.
#include <cmath>

#include "internal.h"

using namespace cxapian;

namespace {

Xapian::BM25Weight weighting(const cxapian_search_options &options) {
  for (double number : {options.k1, options.k2, options.k3, options.b, options.minimum_length})
    if (!std::isfinite(number) || number < 0)
      throw Xapian::InvalidArgumentError("a BM25 parameter that is no number or negative");
  if (options.b > 1) throw Xapian::InvalidArgumentError("a BM25 b over 1");
  return Xapian::BM25Weight(options.k1, options.k2, options.k3, options.b, options.minimum_length);
}

struct FreeMatches {
  void operator()(cxapian_matches *matches) const noexcept { cxapian_matches_free(matches); }
};

}  // namespace

void cxapian_matches_free(cxapian_matches *matches) noexcept {
  std::free(matches->documents);
  std::free(matches->weights);
  if (matches->values)
    for (size_t i = 0; i < matches->slot_count; ++i) cxapian_strings_free(&matches->values[i]);
  std::free(matches->values);
  *matches = {};
}

cxapian_status cxapian_reader_search(cxapian_reader *reader, const cxapian_step *steps, size_t step_count,
                                     const uint8_t *bytes, size_t size, const cxapian_search_options *options,
                                     const uint32_t *slots, size_t slot_count, cxapian_matches *matches,
                                     cxapian_error *error) noexcept {
  *matches = {};
  return guarded(error, reader->path, [&] {
    Xapian::Enquire enquire(reader->database);
    enquire.set_weighting_scheme(weighting(*options));
    enquire.set_query(query(steps, step_count, bytes, size));
    if (options->sort != CXAPIAN_SORT_RELEVANCE)
      enquire.set_sort_by_value_then_relevance(options->sort_slot, options->sort == CXAPIAN_SORT_DESCENDING);
    Xapian::MSet set = enquire.get_mset(options->offset, options->limit, options->check_at_least);

    cxapian_matches found = {};
    std::unique_ptr<cxapian_matches, FreeMatches> held(&found);
    found.count = set.size();
    found.lower_bound = set.get_matches_lower_bound();
    found.estimate = set.get_matches_estimated();
    found.upper_bound = set.get_matches_upper_bound();
    found.documents = allocate<uint32_t>(set.size()).release();
    found.weights = allocate<double>(set.size()).release();
    size_t n = 0;
    for (auto match = set.begin(); match != set.end(); ++match, ++n) {
      found.documents[n] = *match;
      found.weights[n] = match.get_weight();
    }
    found.values = allocate<cxapian_strings>(slot_count).release();
    found.slot_count = slot_count;
    for (size_t i = 0; i < slot_count; ++i)
      values_of(reader->database, slots[i], found.documents, found.count, &found.values[i]);
    held.release();
    *matches = found;
  });
}
