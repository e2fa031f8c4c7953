// Plain Xapian, as its own guide has it: a yardstick for `palabre evaluate`.
//
//   xapian-queries QUERIES INDEX
//
// For each line of QUERIES, a language and a text separated by a tab: Xapian's QueryParser with the language's stemmer,
// any word, no operators; the ten best by BM25 with Xapian's constants. Prints the milliseconds of each, a line each.
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>

#include <xapian.h>

int main(int count, char **arguments) {
  if (count != 3) {
    std::cerr << "usage: xapian-queries QUERIES INDEX\n";
    return 64;
  }
  std::ifstream queries(arguments[1]);
  if (!queries) {
    std::cerr << "xapian-queries: cannot read " << arguments[1] << "\n";
    return 66;
  }
  try {
    Xapian::Database database(arguments[2]);
    for (std::string line; std::getline(queries, line);) {
      const auto tab = line.find('\t');
      if (tab == std::string::npos) {
        std::cerr << "xapian-queries: no tab in: " << line << "\n";
        return 65;
      }
      const auto start = std::chrono::steady_clock::now();
      Xapian::QueryParser parser;
      parser.set_database(database);
      parser.set_stemmer(Xapian::Stem(line.substr(0, tab)));
      parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
      parser.set_default_op(Xapian::Query::OP_OR);
      Xapian::Enquire enquire(database);
      enquire.set_query(parser.parse_query(line.substr(tab + 1), 0));
      const Xapian::MSet best = enquire.get_mset(0, 10);
      const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
      std::cout << taken.count() << "\n";
    }
  } catch (const Xapian::Error &error) {
    std::cerr << "xapian-queries: " << error.get_description() << "\n";
    return 70;
  }
}
