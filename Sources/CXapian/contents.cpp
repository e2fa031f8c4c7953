// Reading everything: documents as they were given to a writer, and every posting from the side of its term.
#include <cstring>

#include "internal.h"

using namespace cxapian;

namespace {

/// Memory of a struct of the ABI, until it is known that all of it could be had.
template <typename T, void (*release)(T *)>
struct Held {
  T held = {};
  ~Held() { release(&held); }
  void move_to(T *out) {
    *out = held;
    held = {};
  }
};

template <typename T>
T *copied(const std::vector<T> &items) {
  auto copy = allocate<T>(items.size());
  if (!items.empty()) std::memcpy(copy.get(), items.data(), items.size() * sizeof(T));
  return copy.release();
}

uint8_t *copied(const std::string &bytes) {
  auto copy = allocate<uint8_t>(bytes.size());
  std::memcpy(copy.get(), bytes.data(), bytes.size());
  return copy.release();
}

/// Throws Xapian::RangeError at 4 GiB.
uint32_t checked(size_t size) {
  if (size > UINT32_MAX) throw Xapian::RangeError("4 GiB or more in one answer");
  return static_cast<uint32_t>(size);
}

}  // namespace

void cxapian_contents_free(cxapian_contents *contents) noexcept {
  std::free(contents->data);
  std::free(contents->bytes);
  std::free(contents->values);
  std::free(contents->terms);
  *contents = {};
}

void cxapian_postings_free(cxapian_postings *postings) noexcept {
  cxapian_strings_free(&postings->terms);
  std::free(postings->statistics);
  std::free(postings->postings);
  std::free(postings->positions);
  *postings = {};
}

cxapian_status cxapian_reader_contents(cxapian_reader *reader, uint32_t document, cxapian_contents *contents,
                                       cxapian_error *error) noexcept {
  *contents = {};
  return guarded(error, reader->path, [&] {
    const Xapian::Database &database = reader->database;
    Xapian::Document found = database.get_document(document);
    std::string data = found.get_data();
    std::string bytes;
    std::vector<cxapian_value> values;
    for (auto value = found.values_begin(); value != found.values_end(); ++value) {
      const std::string content = *value;
      values.push_back({value.get_valueno(), checked(bytes.size()), checked(content.size())});
      bytes += content;
    }
    std::vector<cxapian_term> terms;
    const auto end = database.termlist_end(document);
    for (auto term = database.termlist_begin(document); term != end; ++term) {
      const std::string name = *term;
      terms.push_back({checked(bytes.size()), checked(name.size()), term.get_wdf(), 0});
      bytes += name;
    }
    Held<cxapian_contents, cxapian_contents_free> all;
    all.held.data = copied(data);
    all.held.data_size = data.size();
    all.held.bytes = copied(bytes);
    all.held.size = bytes.size();
    all.held.values = copied(values);
    all.held.value_count = values.size();
    all.held.terms = copied(terms);
    all.held.term_count = terms.size();
    all.held.length = database.get_doclength(document);
    all.held.unique_terms = database.get_unique_terms(document);
    all.move_to(contents);
  });
}

cxapian_status cxapian_reader_postings(cxapian_reader *reader, const uint8_t *after, size_t size, size_t limit,
                                       cxapian_postings *postings, cxapian_error *error) noexcept {
  *postings = {};
  return guarded(error, reader->path, [&] {
    const Xapian::Database &database = reader->database;
    const std::string last = text(after, size);
    std::vector<std::string> terms;
    std::vector<cxapian_term_statistics> statistics;
    std::vector<cxapian_posting> found;
    std::vector<uint32_t> positions;
    const auto end = database.allterms_end();
    auto term = database.allterms_begin();
    if (!last.empty()) {
      term.skip_to(last);
      if (term != end && *term == last) ++term;
    }
    for (; term != end && found.size() + positions.size() < limit; ++term) {
      const std::string name = *term;
      const auto last_posting = database.postlist_end(name);
      for (auto posting = database.postlist_begin(name); posting != last_posting; ++posting) {
        const auto last_position = posting.positionlist_end();
        for (auto position = posting.positionlist_begin(); position != last_position; ++position)
          positions.push_back(*position);
        found.push_back({*posting, posting.get_wdf(), checked(positions.size())});
      }
      terms.push_back(name);
      statistics.push_back({database.get_collection_freq(name), term.get_termfreq(), database.get_wdf_upper_bound(name),
                            checked(found.size())});
    }
    Held<cxapian_postings, cxapian_postings_free> all;
    flatten(terms, &all.held.terms);
    all.held.statistics = copied(statistics);
    all.held.postings = copied(found);
    all.held.posting_count = found.size();
    all.held.positions = copied(positions);
    all.held.position_count = positions.size();
    all.move_to(postings);
  });
}

cxapian_status cxapian_reader_lengths(cxapian_reader *reader, cxapian_lengths *lengths, cxapian_error *error) noexcept {
  *lengths = {};
  return guarded(error, reader->path, [&] {
    const Xapian::Database &database = reader->database;
    *lengths = {database.get_total_length(), database.get_doclength_lower_bound(),
                database.get_doclength_upper_bound()};
  });
}

cxapian_status cxapian_reader_value_bounds(cxapian_reader *reader, uint32_t slot, uint32_t *count,
                                           cxapian_strings *bounds, cxapian_error *error) noexcept {
  *count = 0;
  *bounds = {};
  return guarded(error, reader->path, [&] {
    const Xapian::Database &database = reader->database;
    uint32_t frequency = database.get_value_freq(slot);
    flatten({database.get_value_lower_bound(slot), database.get_value_upper_bound(slot)}, bounds);
    *count = frequency;
  });
}
