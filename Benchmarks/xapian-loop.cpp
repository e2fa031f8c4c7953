// Plain Xapian, as its own guide has it: the yardstick for `palabre index`.
//
//   xapian-loop RECORDS.ndjson INDEX
//
// One document for each title, and for each stretch of one speaker's talk of at most 250 words, as Palabre cuts its
// passages; Xapian's TermGenerator with the French stemmer, positions, the text stored; one writer, one transaction.
// Prints the number of documents.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <xapian.h>

namespace {

constexpr size_t passage_words = 250;

/// Walks over the strings of one record. Knows no numbers, and needs none: in these records all that counts is text.
class Record {
 public:
  explicit Record(const std::string &line) : at_(line.c_str()) {}

  /// Calls `on_string(depth, key, value)` for every string with a key, `on_end(depth)` as every object ends.
  template <typename OnString, typename OnEnd>
  void walk(OnString on_string, OnEnd on_end) {
    std::string key, string;
    for (int depth = 0; *at_; ++at_) {
      if (*at_ == '{' || *at_ == '[') ++depth;
      if (*at_ == '}') on_end(depth);
      if (*at_ == '}' || *at_ == ']') --depth;
      if (*at_ != '"') continue;
      string = read();
      const char *next = at_ + 1;
      while (*next == ' ') ++next;
      if (*next == ':') key = string;
      else on_string(depth, key, string);
    }
  }

 private:
  /// From the opening quote to the closing one.
  std::string read() {
    std::string text;
    while (*++at_ != '"') {
      if (!*at_) throw std::runtime_error("a string that does not end");
      if (*at_ != '\\') {
        text += *at_;
        continue;
      }
      switch (*++at_) {
        case 'n': text += '\n'; break;
        case 't': text += '\t'; break;
        case 'r': text += '\r'; break;
        case 'b': text += '\b'; break;
        case 'f': text += '\f'; break;
        case 'u': append_utf8(text, scalar()); break;
        default: text += *at_;
      }
    }
    return text;
  }

  unsigned hex() {
    unsigned unit = std::stoul(std::string(at_ + 1, 4), nullptr, 16);
    at_ += 4;
    return unit;
  }

  unsigned scalar() {
    unsigned unit = hex();
    if (unit < 0xD800 || unit > 0xDBFF || at_[1] != '\\' || at_[2] != 'u') return unit;
    at_ += 2;
    return 0x10000 + ((unit - 0xD800) << 10) + (hex() - 0xDC00);
  }

  static void append_utf8(std::string &text, unsigned c) {
    if (c < 0x80) {
      text += char(c);
    } else if (c < 0x800) {
      text += {char(0xC0 | c >> 6), char(0x80 | (c & 63))};
    } else if (c < 0x10000) {
      text += {char(0xE0 | c >> 12), char(0x80 | (c >> 6 & 63)), char(0x80 | (c & 63))};
    } else {
      text += {char(0xF0 | c >> 18), char(0x80 | (c >> 12 & 63)), char(0x80 | (c >> 6 & 63)), char(0x80 | (c & 63))};
    }
  }

  const char *at_;
};

size_t words_of(const std::string &text) {
  size_t words = 0;
  bool inside = false;
  for (unsigned char c : text) {
    bool space = c <= ' ';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

class Loop {
 public:
  explicit Loop(const std::string &path) : database_(path, Xapian::DB_CREATE) {
    generator_.set_stemmer(Xapian::Stem("french"));
    database_.begin_transaction();
  }

  void add(const std::string &line) {
    std::string speaker, text;
    Record(line).walk(
        [&](int depth, const std::string &key, const std::string &value) {
          if (depth == 1 && key == "title") index(value);
          if (depth == 3 && key == "speaker") speaker = value;
          if (depth == 3 && key == "text") text = value;
        },
        [&](int depth) {
          if (depth != 3) return;
          say(speaker, text);
          speaker.clear();
          text.clear();
        });
    flush();
  }

  Xapian::doccount finish() {
    database_.commit_transaction();
    return database_.get_doccount();
  }

 private:
  void say(const std::string &speaker, const std::string &text) {
    size_t words = words_of(text);
    if (speaker != speaker_ || words_ + words > passage_words) flush();
    speaker_ = speaker;
    if (!talk_.empty()) talk_ += ' ';
    talk_ += text;
    words_ += words;
  }

  void flush() {
    index(talk_);
    talk_.clear();
    words_ = 0;
  }

  void index(const std::string &text) {
    if (text.empty()) return;
    Xapian::Document document;
    generator_.set_document(document);
    generator_.set_termpos(0);
    generator_.index_text(text);
    document.set_data(text);
    database_.add_document(document);
  }

  Xapian::WritableDatabase database_;
  Xapian::TermGenerator generator_;
  std::string speaker_, talk_;
  size_t words_ = 0;
};

}  // namespace

int main(int count, char **arguments) {
  if (count != 3) {
    std::cerr << "usage: xapian-loop RECORDS.ndjson INDEX\n";
    return 64;
  }
  std::ifstream records(arguments[1]);
  if (!records) {
    std::cerr << "xapian-loop: cannot read " << arguments[1] << "\n";
    return 66;
  }
  try {
    Loop loop(arguments[2]);
    for (std::string line; std::getline(records, line);) loop.add(line);
    std::cout << loop.finish() << " documents\n";
  } catch (const Xapian::Error &error) {
    std::cerr << "xapian-loop: " << error.get_description() << "\n";
    return 70;
  } catch (const std::exception &error) {
    std::cerr << "xapian-loop: " << error.what() << "\n";
    return 65;
  }
}
