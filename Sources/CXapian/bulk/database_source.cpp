// What is kept of a database that is there.
#include <algorithm>

#include "chunks.h"
#include "format.h"
#include "source.h"
#include "table_reader.h"
#include "unpacking.h"

namespace cxapian::bulk {

namespace {

/// New numbers of documents by their old ones; 0 for those that are left out.
using Numbers = std::vector<uint32_t>;

uint32_t renumbered(const Numbers &numbers, uint32_t document) {
  return document < numbers.size() ? numbers[document] : 0;
}

bool begins(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

class Documents final : public Stream<DocumentTags> {
 public:
  Documents(const std::vector<TableState> &tables, const Numbers &numbers, const std::vector<uint32_t> &lengths)
      : data_(tables[1]), term_lists_(tables[2]), numbers_(numbers), lengths_(lengths) {
    has_data_ = data_.next(data_entry_);
    has_terms_ = term_lists_.next(term_entry_);
  }

  bool next(DocumentTags &document) override {
    while (has_terms_) {
      Unpacker key(term_entry_.key);
      const uint32_t number = key.sortable_number();
      const bool is_kept = renumbered(numbers_, number) != 0;
      if (is_kept) {
        document.length = lengths_[number];
        document.term_list.swap(term_entry_.tag);
        document.is_term_list_compressed = term_entry_.is_compressed;
        document.slots.clear();
      }
      const std::string stem = term_entry_.key;
      has_terms_ = term_lists_.next(term_entry_);
      // The slots of a document stand behind its list of terms, under the same key and a zero byte.
      if (has_terms_ && term_entry_.key.size() == stem.size() + 1 && begins(term_entry_.key, stem)) {
        if (is_kept) document.slots.swap(term_entry_.tag);
        has_terms_ = term_lists_.next(term_entry_);
      }
      if (!is_kept) continue;
      document.data.clear();
      document.is_data_compressed = false;
      while (has_data_ && data_entry_.key < stem) has_data_ = data_.next(data_entry_);
      if (has_data_ && data_entry_.key == stem) {
        document.data.swap(data_entry_.tag);
        document.is_data_compressed = data_entry_.is_compressed;
      }
      return true;
    }
    return false;
  }

 private:
  TableReader data_, term_lists_;
  const Numbers &numbers_;
  const std::vector<uint32_t> &lengths_;
  Entry data_entry_, term_entry_;
  bool has_data_ = false, has_terms_ = false;
};

class Postings final : public Stream<TermPostings> {
 public:
  Postings(const TableState &table, const Numbers &numbers) : table_(table), numbers_(numbers) {
    // Terms stand behind everything else.
    table_.seek(std::string("\0\xE1", 2));
    has_entry_ = table_.next(entry_);
  }

  bool next(TermPostings &postings) override {
    while (has_entry_) {
      Unpacker key(entry_.key);
      postings.term = key.sortable_string();
      postings.documents.clear();
      postings.frequencies.clear();
      bool is_first = true;
      do {
        uint32_t first = 0;
        std::string_view chunk = entry_.tag;
        if (is_first) {
          chunk = without_head(chunk, first);
        } else {
          Unpacker again(entry_.key);
          again.sortable_string();
          first = again.sortable_number();
        }
        for_each_posting(chunk, first, [&](uint32_t document, uint32_t frequency) {
          const uint32_t number = renumbered(numbers_, document);
          if (number == 0) return;
          postings.documents.push_back(number);
          postings.frequencies.push_back(frequency);
        });
        is_first = false;
        has_entry_ = table_.next(entry_);
      } while (has_entry_ && is_of(postings.term));
      if (!postings.documents.empty()) return true;
    }
    return false;
  }

 private:
  /// Whether the entry is another chunk of this term's list: its key goes on behind the term with a number.
  bool is_of(const std::string &term) const {
    if (entry_.key.size() <= term.size()) return false;
    Unpacker key(entry_.key);
    return key.sortable_string() == term && !key.at_end();
  }

  TableReader table_;
  const Numbers &numbers_;
  Entry entry_;
  bool has_entry_ = false;
};

class Positions final : public Stream<TermPositions> {
 public:
  Positions(const TableState &table, const Numbers &numbers) : table_(table), numbers_(numbers) {
    has_entry_ = table_.next(entry_);
  }

  bool next(TermPositions &positions) override {
    while (has_entry_) {
      Unpacker key(entry_.key);
      positions.term = key.sortable_string();
      const std::string stem = entry_.key.substr(0, entry_.key.size() - key.rest().size());
      positions.documents.clear();
      positions.bytes.clear();
      positions.ends.clear();
      do {
        Unpacker number(std::string_view(entry_.key).substr(stem.size()));
        const uint32_t document = renumbered(numbers_, number.sortable_number());
        if (document != 0) {
          positions.documents.push_back(document);
          positions.bytes += entry_.tag;
          positions.ends.push_back(positions.bytes.size());
        }
        has_entry_ = table_.next(entry_);
        // What goes on with 0xFF after the zero byte is a longer term.
      } while (has_entry_ && begins(entry_.key, stem) && static_cast<uint8_t>(entry_.key[stem.size()]) != 0xFF);
      if (!positions.documents.empty()) return true;
    }
    return false;
  }

 private:
  TableReader table_;
  const Numbers &numbers_;
  Entry entry_;
  bool has_entry_ = false;
};

class Keys final : public Stream<Metadata> {
 public:
  explicit Keys(const TableState &table) : table_(table) { table_.seek(metadata_key); }
  bool next(Metadata &metadata) override {
    if (!table_.next(entry_) || !begins(entry_.key, metadata_key)) return false;
    metadata.key = entry_.key.substr(metadata_key.size());
    metadata.value.swap(entry_.tag);
    return true;
  }

 private:
  TableReader table_;
  Entry entry_;
};

class Values final : public Stream<SlotValue> {
 public:
  Values(const TableState &table, const Numbers &numbers, uint32_t slot)
      : table_(table), numbers_(numbers), key_(value_chunk_key) {
    pack_number(key_, slot);
    table_.seek(key_);
  }

  bool next(SlotValue &value) override {
    while (true) {
      while (!rest_.empty()) {
        Unpacker bytes(rest_);
        document_ = is_first_ ? document_ : document_ + static_cast<uint32_t>(bytes.number()) + 1;
        is_first_ = false;
        value.value = bytes.string();
        rest_ = bytes.rest();
        value.document = renumbered(numbers_, document_);
        if (value.document != 0) return true;
      }
      if (!table_.next(entry_) || !begins(entry_.key, key_)) return false;
      Unpacker number(std::string_view(entry_.key).substr(key_.size()));
      document_ = number.sortable_number();
      is_first_ = true;
      rest_ = entry_.tag;
    }
  }

 private:
  TableReader table_;
  const Numbers &numbers_;
  std::string key_;
  Entry entry_;
  std::string_view rest_;
  uint32_t document_ = 0;
  bool is_first_ = true;
};

class DatabaseSource final : public Source {
 public:
  DatabaseSource(const std::string &path, const std::vector<uint32_t> &without) : tables_(read_version(path)) {
    TableReader table(tables_[0]);
    table.seek(lengths_key);
    Entry entry;
    for (bool is_first = true; table.next(entry) && begins(entry.key, lengths_key); is_first = false) {
      uint32_t first = 0;
      std::string_view chunk = entry.tag;
      if (is_first) {
        chunk = without_head(chunk, first);
      } else {
        Unpacker key(std::string_view(entry.key).substr(lengths_key.size()));
        first = key.sortable_number();
      }
      for_each_posting(chunk, first, [&](uint32_t document, uint32_t length) {
        if (document == 0 || document < lengths_.size()) throw Xapian::DatabaseCorruptError("documents out of order", path);
        lengths_.resize(size_t(document) + 1);
        numbers_.resize(size_t(document) + 1);
        lengths_[document] = length;
        if (!std::binary_search(without.begin(), without.end(), document)) numbers_[document] = ++kept_;
      });
    }
  }

  uint32_t document_count() const override { return kept_; }
  std::unique_ptr<Stream<DocumentTags>> documents() const override {
    return std::make_unique<Documents>(tables_, numbers_, lengths_);
  }
  std::unique_ptr<Stream<TermPostings>> postings() const override {
    return std::make_unique<Postings>(tables_[0], numbers_);
  }
  std::unique_ptr<Stream<TermPositions>> positions() const override {
    return std::make_unique<Positions>(tables_[3], numbers_);
  }
  std::unique_ptr<Stream<Metadata>> metadata() const override { return std::make_unique<Keys>(tables_[0]); }
  std::vector<uint32_t> slots() const override {
    std::vector<uint32_t> slots;
    TableReader table(tables_[0]);
    table.seek(value_statistics_key);
    Entry entry;
    while (table.next(entry) && begins(entry.key, value_statistics_key)) {
      uint32_t slot = 0;
      for (size_t i = entry.key.size(); i > value_statistics_key.size(); --i)
        slot = slot << 8 | static_cast<uint8_t>(entry.key[i - 1]);
      slots.push_back(slot);
    }
    std::sort(slots.begin(), slots.end());
    return slots;
  }
  std::unique_ptr<Stream<SlotValue>> values(uint32_t slot) const override {
    return std::make_unique<Values>(tables_[0], numbers_, slot);
  }

 private:
  std::vector<TableState> tables_;
  Numbers numbers_;
  std::vector<uint32_t> lengths_;
  uint32_t kept_ = 0;
};

}  // namespace

std::unique_ptr<Source> open_database(const std::string &path, const std::vector<uint32_t> &without) {
  return std::make_unique<DatabaseSource>(path, without);
}

}  // namespace cxapian::bulk
