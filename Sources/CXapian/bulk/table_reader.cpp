#include "table_reader.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include "files.h"

namespace cxapian::bulk {

namespace {

constexpr size_t directory_start = 11;
constexpr uint8_t compressed_bit = 0x80, last_bit = 0x40, first_bit = 0x20;

size_t get2(const uint8_t *at) { return size_t(at[0]) << 8 | at[1]; }
uint32_t get4(const uint8_t *at) { return static_cast<uint32_t>(get2(at) << 16 | get2(at + 2)); }

}  // namespace

std::vector<TableState> read_version(const std::string &folder) {
  Input input(folder + "/iamglass", 512);
  if (input.read(16) != std::string_view("\x0F\x0DXapian Glass\x04\x6E", 16))
    throw Xapian::DatabaseVersionError("not the version of the format that can be joined", folder);
  input.skip(16);       // identifier
  input.read_number();  // revision
  std::vector<TableState> tables;
  for (const char *name : {"postlist", "docdata", "termlist", "position"}) {
    TableState table;
    table.path = folder + "/" + name + ".glass";
    table.root = static_cast<uint32_t>(input.read_number());
    const uint64_t shape = input.read_number();
    table.level = static_cast<uint32_t>(shape >> 2);
    table.is_absent = shape & 1;
    input.read_number();  // entries
    table.block_size = static_cast<uint32_t>(input.read_number()) << 11;
    input.read_number();  // what is compressed
    input.read_string();  // free blocks
    if (table.block_size < 2048 || table.block_size > 65536 || table.level > 10)
      throw Xapian::DatabaseCorruptError("a table of impossible shape", folder);
    tables.push_back(table);
  }
  return tables;
}

size_t TableReader::Block::directory_end() const { return get2(bytes.data() + 9); }

void TableReader::corrupt(const char *what) const { throw Xapian::DatabaseCorruptError(what, table_.path); }

TableReader::TableReader(const TableState &table) : table_(table) {
  if (table_.is_absent) return;
  descriptor_ = ::open(table_.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw Xapian::DatabaseOpeningError("cannot open", table_.path, errno);
  blocks_.resize(table_.level + 1);
  try {
    read(table_.root, table_.level);
    descend(table_.level, nullptr);
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

TableReader::~TableReader() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void TableReader::read(uint32_t number, size_t level) {
  Block &block = blocks_[level];
  block.bytes.resize(table_.block_size);
  block.position = directory_start;
  size_t done = 0;
  while (done < block.bytes.size()) {
    const ssize_t part = ::pread(descriptor_, block.bytes.data() + done, block.bytes.size() - done,
                                 static_cast<off_t>(number) * table_.block_size + static_cast<off_t>(done));
    if (part < 0 && errno == EINTR) continue;
    if (part < 0) throw Xapian::DatabaseError("cannot read", table_.path, errno);
    if (part == 0) corrupt("a block is missing");
    done += static_cast<size_t>(part);
  }
  if (block.bytes[4] != level) corrupt("a block of another level");
  if (block.directory_end() < directory_start || block.directory_end() > block.bytes.size())
    corrupt("a block without order");
  for (size_t at = directory_start; at < block.directory_end(); at += 2)
    if (get2(block.bytes.data() + at) + (level == 0 ? 3 : 7) > block.bytes.size()) corrupt("an item outside its block");
}

void TableReader::descend(size_t level, const std::string_view *key) {
  for (; level > 0; --level) {
    Block &block = blocks_[level];
    if (block.at_end()) corrupt("an empty block");
    if (key) {
      // The last child whose first key is not greater; the first child's is not written. Parts of one tag have one key.
      for (size_t at = block.position + 2; at < block.directory_end(); at += 2) {
        const uint8_t *item = block.bytes.data() + get2(block.bytes.data() + at);
        if (std::string_view(reinterpret_cast<const char *>(item + 5), item[4]) >= *key) break;
        block.position = at;
      }
    }
    const uint8_t *item = block.bytes.data() + get2(block.bytes.data() + block.position);
    read(get4(item), level - 1);
  }
}

bool TableReader::next_leaf() {
  size_t level = 1;
  while (level < blocks_.size()) {
    Block &block = blocks_[level];
    block.position += 2;
    if (!block.at_end()) break;
    ++level;
  }
  if (level >= blocks_.size()) return false;
  descend(level, nullptr);
  return true;
}

void TableReader::seek(std::string_view key) {
  if (table_.is_absent) return;
  read(table_.root, table_.level);
  descend(table_.level, &key);
  // The leaf may begin before the key.
  while (true) {
    Block &leaf = blocks_[0];
    for (; !leaf.at_end(); leaf.position += 2) {
      const uint8_t *item = leaf.bytes.data() + get2(leaf.bytes.data() + leaf.position);
      const std::string_view found(reinterpret_cast<const char *>(item + 3), item[2]);
      if (found >= key && item[0] & first_bit) return;
    }
    if (!next_leaf()) return;
  }
}

bool TableReader::next(Entry &entry) {
  if (table_.is_absent) return false;
  bool is_inside = false;
  entry.tag.clear();
  while (true) {
    Block &leaf = blocks_[0];
    if (leaf.at_end()) {
      if (next_leaf()) continue;
      if (is_inside) corrupt("a tag without its end");
      return false;
    }
    const size_t at = get2(leaf.bytes.data() + leaf.position);
    const uint8_t *item = leaf.bytes.data() + at;
    leaf.position += 2;
    const size_t size = (get2(item) & 0x1FFF) + 3;
    const bool is_first = item[0] & first_bit;
    const size_t head = 3 + item[2] + (is_first ? 0 : 2);
    if (at + size > leaf.bytes.size() || head > size) corrupt("an item outside its block");
    if (is_first == is_inside) corrupt("a tag that is cut");
    if (is_first) {
      entry.key.assign(reinterpret_cast<const char *>(item + 3), item[2]);
      entry.is_compressed = item[0] & compressed_bit;
    }
    is_inside = true;
    entry.tag.append(reinterpret_cast<const char *>(item + head), size - head);
    if (!(item[0] & last_bit)) continue;
    // Every table begins with an item that has no key.
    if (!entry.key.empty()) return true;
    is_inside = false;
    entry.tag.clear();
  }
}

}  // namespace cxapian::bulk
