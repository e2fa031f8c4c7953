// Where C++ exceptions end and statuses begin.
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "internal.h"

namespace cxapian {
namespace {

struct Named {
  const char *type;
  cxapian_status status;
};

constexpr Named classes[] = {
    {"AssertionError", CXAPIAN_STATUS_ASSERTION},
    {"InvalidArgumentError", CXAPIAN_STATUS_INVALID_ARGUMENT},
    {"InvalidOperationError", CXAPIAN_STATUS_INVALID_OPERATION},
    {"UnimplementedError", CXAPIAN_STATUS_UNIMPLEMENTED},
    {"DatabaseError", CXAPIAN_STATUS_DATABASE},
    {"DatabaseCorruptError", CXAPIAN_STATUS_DATABASE_CORRUPT},
    {"DatabaseCreateError", CXAPIAN_STATUS_DATABASE_CREATE},
    {"DatabaseLockError", CXAPIAN_STATUS_DATABASE_LOCK},
    {"DatabaseModifiedError", CXAPIAN_STATUS_DATABASE_MODIFIED},
    {"DatabaseOpeningError", CXAPIAN_STATUS_DATABASE_OPENING},
    {"DatabaseVersionError", CXAPIAN_STATUS_DATABASE_VERSION},
    {"DatabaseNotFoundError", CXAPIAN_STATUS_DATABASE_NOT_FOUND},
    {"DatabaseClosedError", CXAPIAN_STATUS_DATABASE_CLOSED},
    {"DocNotFoundError", CXAPIAN_STATUS_DOCUMENT_NOT_FOUND},
    {"FeatureUnavailableError", CXAPIAN_STATUS_FEATURE_UNAVAILABLE},
    {"InternalError", CXAPIAN_STATUS_INTERNAL},
    {"NetworkError", CXAPIAN_STATUS_NETWORK},
    {"NetworkTimeoutError", CXAPIAN_STATUS_NETWORK_TIMEOUT},
    {"QueryParserError", CXAPIAN_STATUS_QUERY_PARSER},
    {"SerialisationError", CXAPIAN_STATUS_SERIALISATION},
    {"RangeError", CXAPIAN_STATUS_RANGE},
    {"WildcardError", CXAPIAN_STATUS_WILDCARD},
};

bool holds(const std::string &text, const char *words) { return text.find(words) != std::string::npos; }

/// Xapian has one class for every reason to get no lock, and gives the reason in its words alone: its own for a lock
/// that another holds, the system's (in the message, not in the error string) for a file it cannot open.
cxapian_status status_of_lock(const std::string &message) {
  if (holds(message, "already locked")) return CXAPIAN_STATUS_DATABASE_LOCK;
  if (holds(message, std::strerror(ENOSPC)) || holds(message, std::strerror(EDQUOT))) return CXAPIAN_STATUS_DISK_FULL;
  return CXAPIAN_STATUS_DATABASE;
}

cxapian_status status_of(const Xapian::Error &error, const char *system) {
  // Xapian keeps its errno private and gives only the words for it, of an error after an error in its message alone.
  for (int reason : {ENOSPC, EDQUOT})
    if ((system && system == std::string(std::strerror(reason))) || holds(error.get_msg(), std::strerror(reason)))
      return CXAPIAN_STATUS_DISK_FULL;
  for (const Named &named : classes) {
    if (std::strcmp(named.type, error.get_type()) != 0) continue;
    return named.status == CXAPIAN_STATUS_DATABASE_LOCK ? status_of_lock(error.get_msg()) : named.status;
  }
  return CXAPIAN_STATUS_OTHER_XAPIAN;
}

char *copy(const char *text) noexcept { return text && *text ? strdup(text) : nullptr; }

void report(cxapian_error *error, const char *message, const char *context, const char *system) noexcept {
  if (error) *error = {copy(message), copy(context), copy(system)};
}

}  // namespace

cxapian_status translate(cxapian_error *error, const char *context) noexcept {
  try {
    try {
      throw;
    } catch (const Xapian::Error &e) {
      const char *system = e.get_error_string();
      cxapian_status status = status_of(e, system);
      report(error, e.get_msg().c_str(), e.get_context().empty() ? context : e.get_context().c_str(), system);
      return status;
    } catch (const std::length_error &e) {
      report(error, e.what(), context, nullptr);
      return CXAPIAN_STATUS_OUT_OF_MEMORY;
    } catch (const std::bad_alloc &e) {
      report(error, e.what(), context, nullptr);
      return CXAPIAN_STATUS_OUT_OF_MEMORY;
    } catch (const std::exception &e) {
      report(error, e.what(), context, nullptr);
      return CXAPIAN_STATUS_STANDARD;
    }
  } catch (const std::bad_alloc &) {
    return CXAPIAN_STATUS_OUT_OF_MEMORY;  // while reading the words of a Xapian::Error
  } catch (...) {
    report(error, "something that is no exception was thrown", context, nullptr);
    return CXAPIAN_STATUS_UNKNOWN;
  }
}

void flatten(const std::vector<std::string> &strings, cxapian_strings *out) {
  size_t total = 0;
  for (const std::string &string : strings) total += string.size();
  if (total > UINT32_MAX) throw Xapian::RangeError("4 GiB or more in one answer: ask for fewer");
  auto bytes = allocate<uint8_t>(total);
  auto ends = allocate<uint32_t>(strings.size());
  size_t end = 0;
  for (size_t i = 0; i < strings.size(); ++i) {
    std::memcpy(bytes.get() + end, strings[i].data(), strings[i].size());
    end += strings[i].size();
    ends[i] = static_cast<uint32_t>(end);
  }
  *out = {bytes.release(), ends.release(), strings.size()};
}

void flatten(const std::vector<uint32_t> &numbers, cxapian_numbers *out) {
  auto copy = allocate<uint32_t>(numbers.size());
  if (!numbers.empty()) std::memcpy(copy.get(), numbers.data(), numbers.size() * sizeof(uint32_t));
  *out = {copy.release(), numbers.size()};
}

}  // namespace cxapian

void cxapian_error_free(cxapian_error *error) noexcept {
  std::free(error->message);
  std::free(error->context);
  std::free(error->system);
  *error = {};
}

void cxapian_strings_free(cxapian_strings *strings) noexcept {
  std::free(strings->bytes);
  std::free(strings->ends);
  *strings = {};
}

void cxapian_numbers_free(cxapian_numbers *numbers) noexcept {
  std::free(numbers->numbers);
  *numbers = {};
}
