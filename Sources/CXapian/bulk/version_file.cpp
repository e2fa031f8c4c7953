#include "version_file.h"

#include <random>

#include "internal.h"
#include "packing.h"

namespace cxapian::bulk {

void write_version(const std::string &folder, const std::vector<TableRoot> &tables, const Statistics &all,
                   bool durable) {
  std::string bytes("\x0F\x0DXapian Glass\x04\x6E", 16);
  // Another identifier for each database, of version 4 (RFC 9562).
  std::random_device random;
  for (int i = 0; i < 16; ++i) {
    uint8_t byte = static_cast<uint8_t>(random());
    if (i == 6) byte = static_cast<uint8_t>((byte & 0x0F) | 0x40);
    if (i == 8) byte = static_cast<uint8_t>((byte & 0x3F) | 0x80);
    bytes.push_back(static_cast<char>(byte));
  }
  constexpr uint32_t revision = 1;
  pack_number(bytes, revision);
  for (const TableRoot &table : tables) {
    constexpr uint32_t is_sequential = 2, is_fake = 1;
    pack_number(bytes, table.root);
    pack_number(bytes, table.level << 2 | is_sequential | (table.is_absent ? is_fake : 0));
    pack_number(bytes, table.entries);
    pack_number(bytes, TableBuilder::block_size >> 11);
    pack_number(bytes, table.compress_min);
    std::string unused;
    if (!table.is_absent) {
      // The list of free blocks is empty: none before the end of the file.
      pack_number(unused, revision);
      pack_number(unused, table.blocks);
      unused.append(4, '\0');
    }
    pack_string(bytes, unused);
  }
  pack_number(bytes, all.documents);
  pack_number(bytes, 0u);  // the last document's number, less the documents
  pack_number(bytes, all.least_length);
  pack_number(bytes, all.greatest_frequency);
  pack_number(bytes, all.greatest_length - all.greatest_frequency);
  pack_number(bytes, 0u);  // changesets
  pack_number(bytes, all.total_length);
  pack_number(bytes, 0u);  // spelling
  Output file(folder + "/iamglass");
  file.write(bytes);
  file.finish(durable);
  if (durable) sync_folder(folder);
}

}  // namespace cxapian::bulk
