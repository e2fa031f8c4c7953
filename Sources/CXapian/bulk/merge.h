// Takes sorted streams side by side.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "source.h"

namespace cxapian::bulk {

/// Streams whose elements ascend by a name of theirs, merged: for each name, the elements that have it, in the order of
/// the streams.
template <typename Element, std::string Element::*name>
class Merge {
 public:
  struct Head {
    Element element;
    size_t source;
  };

  explicit Merge(std::vector<std::unique_ptr<Stream<Element>>> streams) : streams_(std::move(streams)) {
    heads_.resize(streams_.size());
    for (size_t i = 0; i < streams_.size(); ++i) {
      heads_[i].source = i;
      if (streams_[i]->next(heads_[i].element)) heap_.push_back(i);
    }
    std::make_heap(heap_.begin(), heap_.end(), Later{this});
  }

  /// The heads that share the least name; empty at the end. They stay until the next call.
  const std::vector<const Head *> &next() {
    for (size_t i : taken_) {
      if (!streams_[i]->next(heads_[i].element)) continue;
      heap_.push_back(i);
      std::push_heap(heap_.begin(), heap_.end(), Later{this});
    }
    taken_.clear();
    group_.clear();
    while (!heap_.empty() && (taken_.empty() || name_of(heap_.front()) == name_of(taken_.front()))) {
      std::pop_heap(heap_.begin(), heap_.end(), Later{this});
      taken_.push_back(heap_.back());
      group_.push_back(&heads_[heap_.back()]);
      heap_.pop_back();
    }
    return group_;
  }

 private:
  struct Later {
    const Merge *merge;
    bool operator()(size_t one, size_t other) const {
      const int order = merge->name_of(one).compare(merge->name_of(other));
      return order != 0 ? order > 0 : one > other;
    }
  };

  const std::string &name_of(size_t source) const { return heads_[source].element.*name; }

  std::vector<std::unique_ptr<Stream<Element>>> streams_;
  std::vector<Head> heads_;
  std::vector<size_t> heap_, taken_;
  std::vector<const Head *> group_;
};

}  // namespace cxapian::bulk
