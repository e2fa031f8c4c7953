#include "files.h"
#include "segment.h"
#include "source.h"

namespace cxapian::bulk {

namespace {

class Documents final : public Stream<DocumentTags> {
 public:
  Documents(const std::string &path, size_t buffer_size) : input_(path, buffer_size) {}
  bool next(DocumentTags &document) override {
    if (input_.at_end()) return false;
    document.length = static_cast<uint32_t>(input_.read_number());
    document.is_data_compressed = input_.read_number() != 0;
    document.data = input_.read_string();
    document.is_term_list_compressed = input_.read_number() != 0;
    document.term_list = input_.read_string();
    document.slots = input_.read_string();
    return true;
  }

 private:
  Input input_;
};

class Postings final : public Stream<TermPostings> {
 public:
  Postings(const std::string &path, size_t buffer_size) : input_(path, buffer_size) {}
  bool next(TermPostings &postings) override {
    if (input_.at_end()) return false;
    postings.term = input_.read_string();
    postings.documents.resize(input_.read_number());
    postings.frequencies.resize(postings.documents.size());
    uint32_t document = 0;
    for (size_t i = 0; i < postings.documents.size(); ++i) {
      document += static_cast<uint32_t>(input_.read_number());
      postings.documents[i] = document;
      postings.frequencies[i] = static_cast<uint32_t>(input_.read_number());
    }
    return true;
  }

 private:
  Input input_;
};

class Positions final : public Stream<TermPositions> {
 public:
  Positions(const std::string &path, size_t buffer_size) : input_(path, buffer_size) {}
  bool next(TermPositions &positions) override {
    if (input_.at_end()) return false;
    positions.term = input_.read_string();
    positions.documents.resize(input_.read_number());
    positions.ends.resize(positions.documents.size());
    positions.bytes.clear();
    uint32_t document = 0;
    for (size_t i = 0; i < positions.documents.size(); ++i) {
      document += static_cast<uint32_t>(input_.read_number());
      positions.documents[i] = document;
      positions.bytes += input_.read_string();
      positions.ends[i] = positions.bytes.size();
    }
    return true;
  }

 private:
  Input input_;
};

class Keys final : public Stream<Metadata> {
 public:
  Keys(const std::string &path, size_t buffer_size) : input_(path, buffer_size) {}
  bool next(Metadata &metadata) override {
    if (input_.at_end()) return false;
    metadata.key = input_.read_string();
    metadata.value = input_.read_string();
    return true;
  }

 private:
  Input input_;
};

class Values final : public Stream<SlotValue> {
 public:
  Values(const std::string &path, size_t buffer_size, uint32_t slot) : input_(path, buffer_size) {
    input_.read_number();  // documents
    while (!input_.at_end()) {
      const bool is_wanted = input_.read_number() == slot;
      left_ = input_.read_number();
      if (is_wanted) return;
      input_.skip(left_);
    }
    left_ = 0;
  }
  bool next(SlotValue &value) override {
    if (left_ == 0) return false;
    value.document = static_cast<uint32_t>(input_.read_number());
    value.value = input_.read_string();
    left_ -= packed_size(value.document) + packed_size(value.value.size()) + value.value.size();
    return true;
  }

 private:
  static size_t packed_size(uint64_t number) {
    size_t size = 1;
    for (; number >= 128; number >>= 7) ++size;
    return size;
  }

  Input input_;
  size_t left_ = 0;
};

class SegmentSource final : public Source {
 public:
  SegmentSource(const std::string &path, size_t buffer_size) : paths_(path), buffer_size_(buffer_size) {}

  uint32_t document_count() const override {
    return static_cast<uint32_t>(Input(paths_.values, 16).read_number());
  }
  std::unique_ptr<Stream<DocumentTags>> documents() const override {
    return std::make_unique<Documents>(paths_.documents, buffer_size_);
  }
  std::unique_ptr<Stream<TermPostings>> postings() const override {
    return std::make_unique<Postings>(paths_.postings, buffer_size_);
  }
  std::unique_ptr<Stream<TermPositions>> positions() const override {
    return std::make_unique<Positions>(paths_.positions, buffer_size_);
  }
  std::unique_ptr<Stream<Metadata>> metadata() const override {
    return std::make_unique<Keys>(paths_.metadata, buffer_size_);
  }
  std::vector<uint32_t> slots() const override {
    std::vector<uint32_t> slots;
    Input input(paths_.values, buffer_size_);
    input.read_number();  // documents
    while (!input.at_end()) {
      slots.push_back(static_cast<uint32_t>(input.read_number()));
      input.skip(input.read_number());
    }
    return slots;
  }
  std::unique_ptr<Stream<SlotValue>> values(uint32_t slot) const override {
    return std::make_unique<Values>(paths_.values, buffer_size_, slot);
  }

 private:
  SegmentPaths paths_;
  size_t buffer_size_;
};

}  // namespace

std::unique_ptr<Source> open_segment(const std::string &path, size_t buffer_size) {
  return std::make_unique<SegmentSource>(path, buffer_size);
}

}  // namespace cxapian::bulk
