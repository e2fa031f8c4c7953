#include "build.h"

#include <exception>
#include <map>
#include <thread>

#include "format.h"
#include "merge.h"
#include "posting_writer.h"
#include "table_builder.h"
#include "version_file.h"

namespace cxapian::bulk {

namespace {

using Sources = std::vector<std::unique_ptr<Source>>;

class Builder {
 public:
  Builder(const Sources &sources, std::string folder, bool durable)
      : sources_(sources), folder_(std::move(folder)), durable_(durable) {}

  void build() {
    uint32_t documents = 0;
    for (const auto &source : sources_) {
      before_.push_back(documents);
      documents += source->document_count();
    }
    // Positions are about as much work as all the rest.
    std::exception_ptr problem;
    TableRoot positions;
    std::thread other([&] {
      try {
        positions = write_positions();
      } catch (...) {
        problem = std::current_exception();
      }
    });
    std::exception_ptr own;
    TableRoot postings;
    try {
      write_documents();
      postings = write_postings();
    } catch (...) {
      own = std::current_exception();
    }
    other.join();
    if (own) std::rethrow_exception(own);
    if (problem) std::rethrow_exception(problem);
    write_version(folder_, {postings, documents_, term_lists_, positions, absent(), absent()}, statistics_, durable_);
  }

 private:
  static TableRoot absent() {
    TableRoot root;
    root.compress_min = compress_min;
    return root;
  }

  template <typename Element>
  std::vector<std::unique_ptr<Stream<Element>>> streams(std::unique_ptr<Stream<Element>> (Source::*open)() const) const {
    std::vector<std::unique_ptr<Stream<Element>>> streams;
    for (const auto &source : sources_) streams.push_back((source.get()->*open)());
    return streams;
  }

  std::string table(const char *name) const { return folder_ + "/" + name + ".glass"; }

  void write_documents() {
    TableBuilder documents(table("docdata"), compress_min), term_lists(table("termlist"), compress_min);
    DocumentTags document;
    for (const auto &source : sources_) {
      const auto stream = source->documents();
      while (stream->next(document)) {
        statistics_.add(document.length);
        lengths_.push_back(document.length);
        std::string key = document_key(statistics_.documents);
        if (!document.data.empty()) documents.add(key, document.data, document.is_data_compressed);
        term_lists.add(key, document.term_list, document.is_term_list_compressed);
        if (document.slots.empty()) continue;
        key.push_back(0);
        term_lists.add(key, document.slots);
      }
    }
    // Xapian opens no database for writing that lacks one of these.
    documents_ = documents.finish(durable_, true);
    term_lists_ = term_lists.finish(durable_, true);
  }

  TableRoot write_positions() const {
    TableBuilder table(this->table("position"), 0);
    Merge<TermPositions, &TermPositions::term> merge(streams(&Source::positions));
    std::string key;
    while (true) {
      const auto &group = merge.next();
      if (group.empty()) break;
      key.clear();
      pack_sortable(key, group.front()->element.term, false);
      const size_t stem = key.size();
      for (const auto *head : group) {
        const TermPositions &positions = head->element;
        size_t start = 0;
        for (size_t i = 0; i < positions.documents.size(); ++i) {
          key.resize(stem);
          pack_sortable(key, before_[head->source] + positions.documents[i]);
          table.add(key, std::string_view(positions.bytes).substr(start, positions.ends[i] - start));
          start = positions.ends[i];
        }
      }
    }
    return table.finish(durable_);
  }

  TableRoot write_postings() {
    TableBuilder table(this->table("postlist"), 0);
    write_metadata(table);
    write_values(table);
    PostingWriter writer(table);
    writer.begin(std::string(lengths_key), 0, 0);
    for (uint32_t i = 0; i < lengths_.size(); ++i) writer.add(i + 1, lengths_[i]);
    writer.end();
    Merge<TermPostings, &TermPostings::term> merge(streams(&Source::postings));
    while (true) {
      const auto &group = merge.next();
      if (group.empty()) break;
      uint32_t entries = 0;
      uint64_t occurrences = 0;
      for (const auto *head : group) {
        entries += static_cast<uint32_t>(head->element.documents.size());
        for (uint32_t frequency : head->element.frequencies) {
          occurrences += frequency;
          statistics_.greatest_frequency = std::max(statistics_.greatest_frequency, frequency);
        }
      }
      std::string key;
      pack_sortable(key, group.front()->element.term, true);
      writer.begin(std::move(key), entries, occurrences);
      for (const auto *head : group) {
        const TermPostings &postings = head->element;
        for (size_t i = 0; i < postings.documents.size(); ++i)
          writer.add(before_[head->source] + postings.documents[i], postings.frequencies[i]);
      }
      writer.end();
    }
    return table.finish(durable_, true);
  }

  void write_metadata(TableBuilder &table) const {
    Merge<Metadata, &Metadata::key> merge(streams(&Source::metadata));
    while (true) {
      const auto &group = merge.next();
      if (group.empty()) return;
      const Metadata &last = group.back()->element;
      if (!last.value.empty()) table.add(std::string(metadata_key) + last.key, last.value);
    }
  }

  void write_values(TableBuilder &table) const {
    // Slot by slot, the statistics of all slots before the first value.
    std::map<uint32_t, std::vector<size_t>> slots;
    for (size_t i = 0; i < sources_.size(); ++i)
      for (uint32_t slot : sources_[i]->slots()) slots[slot].push_back(i);
    std::map<std::string, std::string> statistics;
    for (const auto &[slot, of] : slots) {
      uint32_t count = 0;
      std::string least, greatest;
      for_each_value(slot, of, [&](uint32_t, std::string_view value) {
        if (count == 0 || value < least) least = value;
        if (count == 0 || value > greatest) greatest = value;
        ++count;
      });
      std::string key(value_statistics_key), tag;
      for (uint32_t rest = slot; rest > 0; rest >>= 8) key.push_back(static_cast<char>(rest));
      pack_number(tag, count);
      pack_string(tag, least);
      if (least != greatest) tag += greatest;
      statistics[key] = tag;
    }
    for (const auto &[key, tag] : statistics) table.add(key, tag);
    // Packed numbers do not sort as the numbers do.
    std::map<std::string, uint32_t> keys;
    for (const auto &slot : slots) {
      std::string key(value_chunk_key);
      pack_number(key, slot.first);
      keys[key] = slot.first;
    }
    for (const auto &each : keys) {
      const std::string &key = each.first;
      const uint32_t slot = each.second;
      std::string tag;
      uint32_t first = 0, last = 0;
      const auto flush = [&] {
        std::string whole = key;
        pack_sortable(whole, first);
        table.add(whole, tag);
        tag.clear();
      };
      for_each_value(slot, slots[slot], [&](uint32_t document, std::string_view value) {
        if (tag.empty()) {
          first = document;
        } else {
          pack_number(tag, document - last - 1);
        }
        last = document;
        pack_string(tag, value);
        if (tag.size() >= chunk_bytes) flush();
      });
      if (!tag.empty()) flush();
    }
  }

  template <typename Body>
  void for_each_value(uint32_t slot, const std::vector<size_t> &of, Body body) const {
    SlotValue value;
    for (size_t i : of) {
      const auto stream = sources_[i]->values(slot);
      while (stream->next(value)) body(before_[i] + value.document, value.value);
    }
  }

  const Sources &sources_;
  const std::string folder_;
  const bool durable_;
  Statistics statistics_;
  /// Documents of all sources before each.
  std::vector<uint32_t> before_;
  std::vector<uint32_t> lengths_;
  TableRoot documents_, term_lists_;
};

}  // namespace

void build(const std::vector<std::unique_ptr<Source>> &sources, const std::string &folder, bool durable) {
  Builder(sources, folder, durable).build();
}

}  // namespace cxapian::bulk
