// Writes one table of a glass database: a B-tree of which every key is known to be greater than the one before.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "files.h"

namespace cxapian::bulk {

/// What the version file says of a table.
struct TableRoot {
  uint32_t root = 0;
  uint32_t level = 0;
  uint64_t entries = 0;
  uint32_t blocks = 0;
  uint32_t compress_min = 0;
  /// A table without a file: it holds nothing.
  bool is_absent = true;
};

class TableBuilder {
 public:
  static constexpr size_t block_size = 8192;

  /// `path` is that of the file; it is made with the first entry.
  /// `compress_min`: what Xapian itself is to compress later is longer than this; 0 for a table it never compresses.
  TableBuilder(std::string path, uint32_t compress_min);

  /// Adds an entry. Throws Xapian::InvalidArgumentError for a key of more than 255 bytes, or one that is not greater
  /// than the last.
  void add(std::string_view key, std::string_view tag, bool is_compressed = false);

  /// Throws Xapian::DatabaseError. `even_empty`: makes the file, even without any entry.
  TableRoot finish(bool durable, bool even_empty = false);

 private:
  /// A block being filled: a directory that grows up, items that grow down.
  struct Block {
    std::vector<uint8_t> bytes;
    size_t directory_end;
    size_t items_start;
    Block();
    size_t room() const { return items_start - directory_end; }
    bool is_empty() const;
    uint8_t *add_item(size_t size);
  };
  /// The item that a full block leaves for the level above.
  struct Separator {
    std::string key;
    uint32_t component = 0;
  };

  void start();
  void add_item(std::string_view key, uint32_t component, std::string_view part, bool is_compressed, bool is_last);
  void add_branch(size_t level, Separator separator, uint32_t block);
  uint32_t write(Block &block, size_t level);

  std::string path_;
  std::unique_ptr<Output> file_;
  /// From the leaf up; each holds what no block of its level has taken yet.
  std::vector<Block> blocks_;
  /// What stands before the first key of the block of each level that is being filled.
  std::vector<Separator> before_;
  std::string last_key_;
  TableRoot root_;
};

}  // namespace cxapian::bulk
