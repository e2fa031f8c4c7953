// A query comes as a postfix program and is built on a stack.
#include <algorithm>
#include <cmath>

#include "internal.h"

using Xapian::InvalidArgumentError;
using Xapian::Query;

namespace {

class Builder {
 public:
  Builder(const uint8_t *bytes, size_t size) : bytes_(bytes), size_(size) {}

  void run(const cxapian_step &step) {
    switch (step.op) {
      case CXAPIAN_OP_NOTHING: return push(Query());
      // Not the static Query::MatchAll: its reference count is shared by all threads.
      case CXAPIAN_OP_ALL: return push(Query(std::string()));
      case CXAPIAN_OP_TERM: return push(Query(string(step.start, step.length), step.number));
      case CXAPIAN_OP_AND: return combine(Query::OP_AND, step.operands);
      case CXAPIAN_OP_OR: return combine(Query::OP_OR, step.operands);
      case CXAPIAN_OP_SYNONYM: return combine(Query::OP_SYNONYM, step.operands);
      case CXAPIAN_OP_FILTER: return combine(Query::OP_FILTER, 2);
      case CXAPIAN_OP_AND_NOT: return combine(Query::OP_AND_NOT, 2);
      case CXAPIAN_OP_AND_MAYBE: return combine(Query::OP_AND_MAYBE, 2);
      // A window smaller than the phrase matches nothing.
      case CXAPIAN_OP_PHRASE: return combine(Query::OP_PHRASE, step.operands, std::max(step.number, step.operands));
      case CXAPIAN_OP_NEAR: return combine(Query::OP_NEAR, step.operands, std::max(step.number, step.operands));
      case CXAPIAN_OP_SCALE: return scale(step.factor);
      case CXAPIAN_OP_RANGE: {
        auto low = string(step.start, step.length);
        auto high = string(uint64_t(step.start) + step.length, step.upper_length);
        return push(Query(Query::OP_VALUE_RANGE, step.number, low, high));
      }
      case CXAPIAN_OP_AT_LEAST: return push(Query(Query::OP_VALUE_GE, step.number, string(step.start, step.length)));
      case CXAPIAN_OP_AT_MOST: return push(Query(Query::OP_VALUE_LE, step.number, string(step.start, step.length)));
      case CXAPIAN_OP_WILDCARD: {
        if (step.length == 0) throw InvalidArgumentError("a wildcard without a prefix");
        if (step.number == 0) throw InvalidArgumentError("a wildcard without a limit");
        return push(Query(Query::OP_WILDCARD, string(step.start, step.length), step.number,
                          Query::WILDCARD_LIMIT_MOST_FREQUENT));
      }
    }
    throw InvalidArgumentError("no such query operator");
  }

  Query result() {
    if (stack_.size() != 1) throw InvalidArgumentError("a query program that leaves not one result");
    return stack_.back().query;
  }

 private:
  struct Entry {
    Query query;
    size_t depth;
  };

  std::string string(uint64_t start, uint64_t length) const {
    if (start + length > size_) throw InvalidArgumentError("a string outside its buffer");
    return cxapian::text(bytes_ + start, length);
  }

  void push(const Query &query, size_t depth = 1) {
    if (depth > CXAPIAN_DEPTH_MAX) throw InvalidArgumentError("a query of more than 100 levels");
    stack_.push_back({query, depth});
  }

  /// Where the topmost `operands` entries begin.
  std::vector<Entry>::iterator top(size_t operands) {
    if (operands > stack_.size()) throw InvalidArgumentError("a query operator without its operands");
    return stack_.end() - operands;
  }

  void combine(Query::op op, size_t operands, uint32_t window = 0) {
    auto first = top(operands);
    std::vector<Query> queries;
    size_t depth = 0;
    for (auto entry = first; entry != stack_.end(); ++entry) {
      queries.push_back(entry->query);
      depth = std::max(depth, entry->depth);
    }
    stack_.erase(first, stack_.end());
    push(Query(op, queries.begin(), queries.end(), window), depth + 1);
  }

  void scale(double factor) {
    if (!std::isfinite(factor) || factor < 0) throw InvalidArgumentError("a factor that is no number or negative");
    Entry entry = *top(1);
    stack_.pop_back();
    push(Query(Query::OP_SCALE_WEIGHT, entry.query, factor), entry.depth + 1);
  }

  const uint8_t *bytes_;
  size_t size_;
  std::vector<Entry> stack_;
};

}  // namespace

Query cxapian::query(const cxapian_step *steps, size_t step_count, const uint8_t *bytes, size_t size) {
  if (step_count > CXAPIAN_STEPS_MAX) throw InvalidArgumentError("a query of more than 8192 steps");
  Builder builder(bytes, size);
  for (size_t i = 0; i < step_count; ++i) builder.run(steps[i]);
  return builder.result();
}

cxapian_status cxapian_query_describe(const cxapian_step *steps, size_t step_count, const uint8_t *bytes, size_t size,
                                      cxapian_strings *description, cxapian_error *error) noexcept {
  *description = {};
  return cxapian::guarded(error, "describe", [&] {
    cxapian::flatten({cxapian::query(steps, step_count, bytes, size).get_description()}, description);
  });
}
