#include "table_builder.h"

#include <algorithm>
#include <cstring>

#include <xapian.h>

namespace cxapian::bulk {

namespace {

constexpr size_t directory_start = 11;
/// At least four items fit into a block.
constexpr size_t item_max = (TableBuilder::block_size - directory_start - 4 * 2) / 4;
constexpr size_t component_bytes = 2;
constexpr uint8_t compressed_bit = 0x80, last_bit = 0x40, first_bit = 0x20;
/// All blocks carry it, and the version file names it.
constexpr uint32_t revision = 1;

void put2(uint8_t *at, size_t value) {
  at[0] = static_cast<uint8_t>(value >> 8);
  at[1] = static_cast<uint8_t>(value);
}

void put4(uint8_t *at, uint32_t value) {
  put2(at, value >> 16);
  put2(at + 2, value & 0xFFFF);
}

}  // namespace

TableBuilder::Block::Block() : bytes(block_size), directory_end(directory_start), items_start(block_size) {}

bool TableBuilder::Block::is_empty() const { return directory_end == directory_start; }

uint8_t *TableBuilder::Block::add_item(size_t size) {
  items_start -= size;
  put2(bytes.data() + directory_end, items_start);
  directory_end += 2;
  return bytes.data() + items_start;
}

TableBuilder::TableBuilder(std::string path, uint32_t compress_min) : path_(std::move(path)) {
  root_.compress_min = compress_min;
}

void TableBuilder::start() {
  file_ = std::make_unique<Output>(path_);
  blocks_.emplace_back();
  before_.emplace_back();
  root_.is_absent = false;
  // Every table begins with an item that has no key.
  uint8_t *item = blocks_[0].add_item(3);
  put2(item, 0);
  item[0] = first_bit | last_bit;
  item[2] = 0;
}

void TableBuilder::add(std::string_view key, std::string_view tag, bool is_compressed) {
  if (!file_) start();
  if (key.size() > 255) throw Xapian::InvalidArgumentError("a key of more than 255 bytes");
  if (key <= last_key_) throw Xapian::InvalidArgumentError("keys out of order");
  const size_t head = 3 + key.size();
  const size_t most = item_max - head - component_bytes;
  uint32_t component = 1;
  do {
    const size_t room = component == 1 ? most + component_bytes : most;
    const size_t part = std::min(room, tag.size());
    add_item(key, component, tag.substr(0, part), is_compressed, part == tag.size());
    tag.remove_prefix(part);
    if (++component > 0xFFFF) throw Xapian::UnimplementedError("a tag of more than 65535 items");
  } while (!tag.empty());
  last_key_.assign(key);
  ++root_.entries;
}

void TableBuilder::add_item(std::string_view key, uint32_t component, std::string_view part, bool is_compressed,
                            bool is_last) {
  const bool is_first = component == 1;
  const size_t size = 3 + key.size() + (is_first ? 0 : component_bytes) + part.size();
  if (blocks_[0].room() < size + 2) {
    const uint32_t number = write(blocks_[0], 0);
    Separator next;
    next.component = component;
    // The shortest beginning of the key that tells it from the last one of the block before.
    size_t common = 0;
    while (common < key.size() && common < last_key_.size() && key[common] == last_key_[common]) ++common;
    next.key = key.substr(0, std::min(common + 1, key.size()));
    add_branch(1, before_[0], number);
    before_[0] = std::move(next);
  }
  uint8_t *item = blocks_[0].add_item(size);
  put2(item, size - 3);
  item[0] |= (is_compressed ? compressed_bit : 0) | (is_last ? last_bit : 0) | (is_first ? first_bit : 0);
  item[2] = static_cast<uint8_t>(key.size());
  std::memcpy(item + 3, key.data(), key.size());
  uint8_t *rest = item + 3 + key.size();
  if (!is_first) {
    put2(rest, component);
    rest += component_bytes;
  }
  if (!part.empty()) std::memcpy(rest, part.data(), part.size());
  if (!is_last) last_key_.assign(key);
}

/// Enters a block into the level above it: `separator` is not greater than its first key, and greater than all before.
void TableBuilder::add_branch(size_t level, Separator separator, uint32_t block) {
  if (blocks_.size() == level) {
    blocks_.emplace_back();
    before_.emplace_back();
  }
  // The first key of a block is never compared: it is left out.
  if (!blocks_[level].is_empty() && blocks_[level].room() < 4 + 1 + separator.key.size() + component_bytes + 2) {
    const uint32_t number = write(blocks_[level], level);
    const Separator above = before_[level];
    before_[level] = separator;
    add_branch(level + 1, above, number);
  }
  const bool is_null = blocks_[level].is_empty();
  const size_t key_size = is_null ? 0 : separator.key.size();
  uint8_t *item = blocks_[level].add_item(4 + 1 + key_size + component_bytes);
  put4(item, block);
  item[4] = static_cast<uint8_t>(key_size);
  std::memcpy(item + 5, separator.key.data(), key_size);
  put2(item + 5 + key_size, is_null ? 0 : separator.component);
}

uint32_t TableBuilder::write(Block &block, size_t level) {
  put4(block.bytes.data(), revision);
  block.bytes[4] = static_cast<uint8_t>(level);
  put2(block.bytes.data() + 5, block.room());
  put2(block.bytes.data() + 7, block.room());
  put2(block.bytes.data() + 9, block.directory_end);
  // What an earlier block left in the gap would make equal input give unequal files.
  std::memset(block.bytes.data() + block.directory_end, 0, block.room());
  file_->write(block.bytes.data(), block_size);
  block.directory_end = directory_start;
  block.items_start = block_size;
  return root_.blocks++;
}

TableRoot TableBuilder::finish(bool durable, bool even_empty) {
  if (!file_ && even_empty) start();
  if (!file_) return root_;
  for (size_t level = 0;; ++level) {
    const uint32_t number = write(blocks_[level], level);
    if (level + 1 == blocks_.size()) {
      root_.root = number;
      root_.level = static_cast<uint32_t>(level);
      break;
    }
    add_branch(level + 1, before_[level], number);
  }
  file_->finish(durable);
  return root_;
}

}  // namespace cxapian::bulk
