// The best documents for weighted words, term by term over the postings.
#include <algorithm>
#include <cmath>

#include "internal.h"

using cxapian::guarded;

namespace {

/// Scores and counts of all documents, filled word by word.
class Accumulator {
 public:
  explicit Accumulator(const cxapian_ranking &ranking)
      : ranking_(ranking), frequencies_(ranking.size), scores_(ranking.size), is_found_(ranking.size) {}

  void add(const cxapian::PostingArrays &postings, float weight, bool finds) {
    for (size_t i = 0; i < postings.documents.size(); ++i) {
      const uint32_t document = postings.documents[i];
      if (document >= frequencies_.size()) break;
      float &frequency = frequencies_[document];
      if (frequency == 0) touched_.push_back(document);
      frequency += weight * float(postings.counts[i]);
      if (finds && !is_found_[document]) {
        is_found_[document] = true;
        ++found_;
      }
    }
  }

  /// BM25 of the terms added since the last call, taken as one word.
  void finish_word(double weight) {
    const double average = std::max(ranking_.average_length, 1.0);
    for (const uint32_t document : touched_) {
      const double length = std::max(ranking_.lengths[document] / average, ranking_.minimum_length);
      const double norm = ranking_.k1 * (1 - ranking_.b + ranking_.b * length);
      const double frequency = frequencies_[document];
      if (scores_[document] == 0) scored_.push_back(document);
      scores_[document] += float(weight * (ranking_.k1 + 1) * frequency / (norm + frequency));
      frequencies_[document] = 0;
    }
    touched_.clear();
  }

  size_t found() const { return found_; }

  /// The best documents, those that no finding term has after those that one has.
  std::vector<uint32_t> best(size_t limit) {
    const auto better = [this](uint32_t a, uint32_t b) {
      if (is_found_[a] != is_found_[b]) return is_found_[a] > is_found_[b];
      return scores_[a] != scores_[b] ? scores_[a] > scores_[b] : a < b;
    };
    if (scored_.size() > limit) {
      std::nth_element(scored_.begin(), scored_.begin() + limit, scored_.end(), better);
      scored_.resize(limit);
    }
    std::sort(scored_.begin(), scored_.end(), better);
    return scored_;
  }

 private:
  const cxapian_ranking &ranking_;
  std::vector<float> frequencies_, scores_;
  std::vector<uint8_t> is_found_;
  std::vector<uint32_t> touched_, scored_;
  size_t found_ = 0;
};

}  // namespace

cxapian_status cxapian_reader_rank(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                   const cxapian_ranked_term *terms, size_t term_count, const cxapian_ranking *ranking,
                                   cxapian_numbers *documents, uint32_t *found, cxapian_error *error) noexcept {
  *documents = {};
  *found = 0;
  return guarded(error, reader->path, [&] {
    for (double number : {ranking->k1, ranking->b, ranking->average_length, ranking->minimum_length})
      if (!std::isfinite(number) || number < 0) throw Xapian::InvalidArgumentError("a BM25 parameter that is none");
    Accumulator accumulator(*ranking);
    for (size_t t = 0, start = 0; t < term_count; start = ends[t], ++t) {
      const std::string term = cxapian::text(bytes + start, ends[t] - start);
      accumulator.add(reader->postings.postings(reader->database, term), terms[t].weight, terms[t].finds);
      if (t + 1 == term_count || terms[t + 1].word != terms[t].word) accumulator.finish_word(terms[t].word_weight);
    }
    cxapian::flatten(accumulator.best(ranking->limit), documents);
    *found = uint32_t(accumulator.found());
  });
}
