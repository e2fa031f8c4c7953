// Reads one table of a glass database from its first entry to its last.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxapian::bulk {

/// Where a table is and how it looks, from the version file of the database.
struct TableState {
  std::string path;
  uint32_t root = 0, level = 0, block_size = 0;
  bool is_absent = true;
};

/// The tables of a database, in the order of the version file: postings, documents, lists of terms, positions.
/// Throws Xapian::DatabaseOpeningError, DatabaseCorruptError, DatabaseVersionError.
std::vector<TableState> read_version(const std::string &folder);

/// An entry, put together from its items.
struct Entry {
  std::string key, tag;
  bool is_compressed = false;
};

class TableReader {
 public:
  explicit TableReader(const TableState &table);
  ~TableReader();
  TableReader(const TableReader &) = delete;
  TableReader &operator=(const TableReader &) = delete;

  /// Goes to the first entry whose key is not less; the entries after it come from `next`.
  void seek(std::string_view key);
  /// False at the end. Throws Xapian::DatabaseCorruptError, DatabaseError.
  bool next(Entry &entry);

 private:
  struct Block {
    std::vector<uint8_t> bytes;
    size_t position = 0;
    size_t directory_end() const;
    bool at_end() const { return position >= directory_end(); }
  };

  void read(uint32_t number, size_t level);
  /// From the block at `level` down to the leaf, at the first item or at the one that `key` is in.
  void descend(size_t level, const std::string_view *key);
  bool next_leaf();
  [[noreturn]] void corrupt(const char *what) const;

  TableState table_;
  int descriptor_ = -1;
  /// From the leaf up.
  std::vector<Block> blocks_;
};

}  // namespace cxapian::bulk
