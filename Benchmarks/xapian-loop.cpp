// Plain Xapian, as its own guide has it: a yardstick for `palabre index`.
//
//   xapian-loop PASSAGES LANGUAGE INDEX
//
// One document for each line of PASSAGES; Xapian's TermGenerator with the language's stemmer, positions, the text
// stored; one writer, one transaction. Prints the number of documents.
#include <fstream>
#include <iostream>
#include <string>

#include <xapian.h>

int main(int count, char **arguments) {
  if (count != 4) {
    std::cerr << "usage: xapian-loop PASSAGES LANGUAGE INDEX\n";
    return 64;
  }
  std::ifstream passages(arguments[1]);
  if (!passages) {
    std::cerr << "xapian-loop: cannot read " << arguments[1] << "\n";
    return 66;
  }
  try {
    Xapian::WritableDatabase database(arguments[3], Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem(arguments[2]));
    database.begin_transaction();
    for (std::string text; std::getline(passages, text);) {
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(text);
      document.set_data(text);
      database.add_document(document);
    }
    database.commit_transaction();
    std::cout << database.get_doccount() << "\n";
  } catch (const Xapian::Error &error) {
    std::cerr << "xapian-loop: " << error.get_description() << "\n";
    return 70;
  }
}
