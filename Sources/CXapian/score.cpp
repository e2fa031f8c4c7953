// The scores of documents for weighted words, term by term over the postings.
#include <algorithm>
#include <cmath>

#include "internal.h"

using cxapian::guarded;

namespace {

/// Fills scores and the set of what is found, word by word.
class Accumulator {
 public:
  Accumulator(const cxapian_ranking &ranking, float *scores, uint64_t *found)
      : ranking_(ranking), scores_(scores), found_(found), frequencies_(ranking.size) {}

  template <typename Documents, typename Counts>
  void add(const Documents &documents, const Counts &counts, size_t count, float weight, bool finds) {
    for (size_t i = 0; i < count; ++i) {
      const uint32_t document = documents[i];
      if (document >= frequencies_.size()) break;
      float &frequency = frequencies_[document];
      if (frequency == 0) touched_.push_back(document);
      frequency += weight * float(counts[i]);
      if (finds) found_[document / 64] |= uint64_t(1) << (document % 64);
    }
  }

  /// BM25 of the terms added since the last call, taken as one word.
  void finish_word(double weight) {
    const double average = std::max(ranking_.average_length, 1.0);
    for (const uint32_t document : touched_) {
      const double length = std::max(ranking_.lengths[document] / average, ranking_.minimum_length);
      const double norm = ranking_.k1 * (1 - ranking_.b + ranking_.b * length);
      const double frequency = frequencies_[document];
      scores_[document] += float(weight * (ranking_.k1 + 1) * frequency / (norm + frequency));
      frequencies_[document] = 0;
    }
    touched_.clear();
  }

 private:
  const cxapian_ranking &ranking_;
  float *scores_;
  uint64_t *found_;
  std::vector<float> frequencies_;
  std::vector<uint32_t> touched_;
};

}  // namespace

cxapian_status cxapian_reader_score(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                    const cxapian_ranked_term *terms, size_t term_count,
                                    const cxapian_ranking *ranking, float *scores, uint64_t *found, bool *stopped,
                                    cxapian_error *error) noexcept {
  *stopped = false;
  return guarded(error, reader->path, [&] {
    const cxapian::Deadline deadline(ranking->nanoseconds);
    for (double number : {ranking->k1, ranking->b, ranking->average_length, ranking->minimum_length})
      if (!std::isfinite(number) || number < 0) throw Xapian::InvalidArgumentError("a BM25 parameter that is none");
    Accumulator accumulator(*ranking, scores, found);
    for (size_t t = 0, start = 0; t < term_count && !*stopped; start = ends[t], ++t) {
      const cxapian_ranked_term &term = terms[t];
      if (term.given_count > 0) {
        accumulator.add(ranking->given_documents + term.given_start, ranking->given_counts + term.given_start,
                        term.given_count, term.weight, term.finds);
      } else {
        const auto &postings =
            reader->postings.postings(reader->database, cxapian::text(bytes + start, ends[t] - start));
        accumulator.add(postings.documents, postings.counts, postings.documents.size(), term.weight, term.finds);
      }
      *stopped = t + 1 < term_count && deadline.is_over();
      if (*stopped || t + 1 == term_count || terms[t + 1].word != term.word) accumulator.finish_word(term.word_weight);
    }
  });
}

cxapian_status cxapian_best(const float *scores, const uint64_t *among, size_t size, size_t limit,
                            cxapian_numbers *documents, cxapian_error *error) noexcept {
  *documents = {};
  return guarded(error, "best", [&] {
    const auto better = [scores](uint32_t a, uint32_t b) {
      return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
    };
    // A heap whose root is the worst of the best so far: most documents are not better than it.
    std::vector<uint32_t> best;
    for (size_t word = 0; limit > 0 && word * 64 < size; ++word)
      for (uint64_t bits = among[word]; bits; bits &= bits - 1) {
        const uint32_t document = uint32_t(word * 64) + uint32_t(__builtin_ctzll(bits));
        if (best.size() == limit) {
          if (!better(document, best.front())) continue;
          std::pop_heap(best.begin(), best.end(), better);
          best.back() = document;
        } else {
          best.push_back(document);
        }
        std::push_heap(best.begin(), best.end(), better);
      }
    std::sort(best.begin(), best.end(), better);
    cxapian::flatten(best, documents);
  });
}

cxapian_status cxapian_reader_mark(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                   size_t term_count, uint64_t *set, size_t size, cxapian_error *error) noexcept {
  return guarded(error, reader->path, [&] {
    for (size_t t = 0, start = 0; t < term_count; start = ends[t], ++t) {
      const auto &postings = reader->postings.postings(reader->database, cxapian::text(bytes + start, ends[t] - start));
      for (const uint32_t document : postings.documents)
        if (document < size) set[document / 64] |= uint64_t(1) << (document % 64);
    }
  });
}
