// Columns over all documents, and sums over groups of them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <unordered_map>

#include "internal.h"

using cxapian::guarded;

cxapian_status cxapian_reader_column(cxapian_reader *reader, uint32_t slot, cxapian_numbers *ordinals,
                                     cxapian_strings *values, cxapian_error *error) noexcept {
  *ordinals = {};
  *values = {};
  cxapian_status status = guarded(error, reader->path, [&] {
    const Xapian::Database &database = reader->database;
    std::vector<uint32_t> column(size_t(database.get_lastdocid()) + 1);
    std::vector<std::string> distinct(1);
    std::unordered_map<std::string, uint32_t> known;
    // Neighbours often have the same value: passages of one debate stand together.
    uint32_t last = 0;
    const auto end = database.valuestream_end(slot);
    for (auto value = database.valuestream_begin(slot); value != end; ++value) {
      const std::string &bytes = *value;
      if (bytes != distinct[last]) {
        auto [entry, is_new] = known.try_emplace(bytes, uint32_t(distinct.size()));
        if (is_new) distinct.push_back(bytes);
        last = entry->second;
      }
      // A writer may have added documents since the last number was read.
      if (value.get_docid() < column.size()) column[value.get_docid()] = last;
    }
    cxapian::flatten(column, ordinals);
    cxapian::flatten(distinct, values);
  });
  if (status != CXAPIAN_STATUS_OK) cxapian_numbers_free(ordinals);
  return status;
}

cxapian_status cxapian_reader_document_lengths(cxapian_reader *reader, cxapian_numbers *lengths,
                                      cxapian_error *error) noexcept {
  *lengths = {};
  return guarded(error, reader->path, [&] {
    const Xapian::Database &database = reader->database;
    std::vector<uint32_t> column(size_t(database.get_lastdocid()) + 1);
    const auto end = database.postlist_end("");
    for (auto posting = database.postlist_begin(""); posting != end; ++posting)
      if (*posting < column.size()) column[*posting] = posting.get_doclength();
    cxapian::flatten(column, lengths);
  });
}

cxapian_status cxapian_reader_group_sums(cxapian_reader *reader, const uint8_t *bytes, const uint32_t *ends,
                                         size_t term_count, const uint32_t *groups, size_t size, size_t group_count,
                                         float *sums, cxapian_error *error) noexcept {
  return guarded(error, reader->path, [&] {
    for (size_t i = 0; i < size; ++i)
      if (groups[i] >= group_count) throw Xapian::InvalidArgumentError("a document of a group that is none");
    std::array<float, 64> logarithms;
    for (size_t i = 0; i < logarithms.size(); ++i) logarithms[i] = float(std::log1p(double(i)));
    std::fill_n(sums, term_count * group_count, 0.0f);
    for (size_t t = 0, start = 0; t < term_count; start = ends[t], ++t) {
      const std::string term = cxapian::text(bytes + start, ends[t] - start);
      float *row = sums + t * group_count;
      const auto &postings = reader->postings.postings(reader->database, term);
      for (size_t i = 0; i < postings.documents.size(); ++i) {
        const uint32_t document = postings.documents[i];
        const uint32_t group = document < size ? groups[document] : 0;
        if (group == 0) continue;
        const uint16_t count = postings.counts[i];
        row[group] += count < logarithms.size() ? logarithms[count] : float(std::log1p(double(count)));
      }
    }
  });
}

cxapian_status cxapian_reader_vocabulary(cxapian_reader *reader, const uint32_t *documents, size_t count,
                                         const char *prefixes, cxapian_strings *terms, cxapian_numbers *occurrences,
                                         cxapian_error *error) noexcept {
  *terms = {};
  *occurrences = {};
  cxapian_status status = guarded(error, reader->path, [&] {
    std::map<std::string, uint32_t> sums;
    for (size_t i : cxapian::ascending(documents, count)) {
      const auto end = reader->database.termlist_end(documents[i]);
      for (auto term = reader->database.termlist_begin(documents[i]); term != end; ++term) {
        const std::string name = *term;
        if (name[0] >= 'A' && name[0] <= 'Z' && !std::strchr(prefixes, name[0])) continue;
        sums[name] += term.get_wdf();
      }
    }
    std::vector<std::string> names;
    std::vector<uint32_t> counts;
    for (const auto &[name, sum] : sums) {
      names.push_back(name);
      counts.push_back(sum);
    }
    cxapian::flatten(counts, occurrences);
    cxapian::flatten(names, terms);
  });
  if (status != CXAPIAN_STATUS_OK) cxapian_numbers_free(occurrences);
  return status;
}
