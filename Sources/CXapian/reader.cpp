// Reading: one or several folders as one database.
#include <algorithm>
#include <numeric>

#include <sys/stat.h>

#include "internal.h"

using namespace cxapian;

std::vector<size_t> cxapian::ascending(const uint32_t *documents, size_t count) {
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t(0));
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return documents[a] < documents[b]; });
  return order;
}

void cxapian::require_key(const std::string &key) {
  if (key.empty()) throw Xapian::InvalidArgumentError("an empty metadata key");
  if (key.size() > CXAPIAN_TERM_MAX)
    throw Xapian::InvalidArgumentError("a metadata key of more than 245 bytes: " + key.substr(0, 40) + "...");
}

void cxapian::values_of(const Xapian::Database &database, uint32_t slot, const uint32_t *documents, size_t count,
                        cxapian_strings *out) {
  std::vector<std::string> values(count);
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  for (size_t i : ascending(documents, count)) {
    if (value == end) break;
    value.skip_to(documents[i]);
    if (value != end && value.get_docid() == documents[i]) values[i] = *value;
  }
  flatten(values, out);
}

cxapian_status cxapian_reader_open(const uint8_t *bytes, const uint32_t *ends, size_t count, cxapian_reader **reader,
                                   cxapian_error *error) noexcept {
  *reader = nullptr;
  std::string path;
  return guarded(error, path, [&] {
    if (count == 0) throw Xapian::InvalidArgumentError("no path");
    auto opening = std::make_unique<cxapian_reader>();
    for (size_t i = 0, start = 0; i < count; start = ends[i], ++i) {
      path = text(bytes + start, ends[i] - start);
      require_folder(path);
      opening->database.add_database(Xapian::Database(path, Xapian::DB_BACKEND_GLASS));
      if (i == 0) opening->path = path;
    }
    *reader = opening.release();
  });
}

void cxapian_reader_close(cxapian_reader *reader) noexcept { delete reader; }

cxapian_status cxapian_reader_reopen(cxapian_reader *reader, bool *moved, cxapian_error *error) noexcept {
  *moved = false;
  return guarded(error, reader->path, [&] {
    try {
      *moved = reader->database.reopen();
    } catch (...) {
      // One of several may have moved.
      reader->postings.clear();
      throw;
    }
    if (*moved) reader->postings.clear();
  });
}

cxapian_status cxapian_reader_counts(cxapian_reader *reader, cxapian_counts *counts, cxapian_error *error) noexcept {
  *counts = {};
  return guarded(error, reader->path, [&] {
    const Xapian::Database &database = reader->database;
    *counts = {database.get_doccount(), database.get_lastdocid(), database.get_avlength()};
  });
}

cxapian_status cxapian_reader_revision(cxapian_reader *reader, uint64_t *revision, cxapian_error *error) noexcept {
  *revision = 0;
  return guarded(error, reader->path, [&] { *revision = reader->database.get_revision(); });
}

cxapian_status cxapian_reader_uuid(cxapian_reader *reader, cxapian_strings *uuid, cxapian_error *error) noexcept {
  *uuid = {};
  return guarded(error, reader->path, [&] { flatten({reader->database.get_uuid()}, uuid); });
}

cxapian_status cxapian_reader_frequency(cxapian_reader *reader, const uint8_t *term, size_t size, uint32_t *frequency,
                                        cxapian_error *error) noexcept {
  *frequency = 0;
  return guarded(error, reader->path, [&] { *frequency = reader->database.get_termfreq(text(term, size)); });
}

cxapian_status cxapian_reader_metadata(cxapian_reader *reader, const uint8_t *key, size_t size, cxapian_strings *value,
                                       cxapian_error *error) noexcept {
  *value = {};
  return guarded(error, reader->path, [&] {
    std::string name = text(key, size);
    require_key(name);
    flatten({reader->database.get_metadata(name)}, value);
  });
}

cxapian_status cxapian_reader_metadata_keys(cxapian_reader *reader, const uint8_t *prefix, size_t size,
                                            cxapian_strings *keys, cxapian_error *error) noexcept {
  *keys = {};
  return guarded(error, reader->path, [&] {
    std::string start = text(prefix, size);
    std::vector<std::string> found;
    const auto end = reader->database.metadata_keys_end(start);
    for (auto key = reader->database.metadata_keys_begin(start); key != end; ++key) found.push_back(*key);
    flatten(found, keys);
  });
}

cxapian_status cxapian_reader_terms(cxapian_reader *reader, const uint8_t *prefix, size_t size, size_t limit,
                                    cxapian_strings *terms, cxapian_numbers *frequencies,
                                    cxapian_error *error) noexcept {
  *terms = {};
  *frequencies = {};
  cxapian_status status = guarded(error, reader->path, [&] {
    std::string start = text(prefix, size);
    std::vector<std::string> found;
    std::vector<uint32_t> counts;
    const auto end = reader->database.allterms_end(start);
    for (auto term = reader->database.allterms_begin(start); term != end && found.size() < limit; ++term) {
      found.push_back(*term);
      counts.push_back(term.get_termfreq());
    }
    flatten(counts, frequencies);
    flatten(found, terms);
  });
  if (status != CXAPIAN_STATUS_OK) cxapian_numbers_free(frequencies);
  return status;
}

cxapian_status cxapian_reader_data(cxapian_reader *reader, const uint32_t *documents, size_t count,
                                   cxapian_strings *data, cxapian_error *error) noexcept {
  *data = {};
  return guarded(error, reader->path, [&] {
    std::vector<std::string> found(count);
    // Not DOC_ASSUME_VALID: with it, a document that is not there has empty data.
    for (size_t i : ascending(documents, count)) found[i] = reader->database.get_document(documents[i]).get_data();
    flatten(found, data);
  });
}

cxapian_status cxapian_reader_values(cxapian_reader *reader, uint32_t slot, const uint32_t *documents, size_t count,
                                     cxapian_strings *values, cxapian_error *error) noexcept {
  *values = {};
  return guarded(error, reader->path, [&] { values_of(reader->database, slot, documents, count, values); });
}

cxapian_status cxapian_reader_documents(cxapian_reader *reader, const uint8_t *term, size_t size,
                                        cxapian_numbers *documents, cxapian_error *error) noexcept {
  *documents = {};
  return guarded(error, reader->path, [&] {
    std::string name = text(term, size);
    std::vector<uint32_t> found;
    const auto end = reader->database.postlist_end(name);
    for (auto posting = reader->database.postlist_begin(name); posting != end; ++posting) found.push_back(*posting);
    flatten(found, documents);
  });
}
