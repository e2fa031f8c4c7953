// Failures on demand, in debug builds.
#ifdef CXAPIAN_FAULTS
#include "cxapian_faults.h"

#include <cerrno>
#include <stdexcept>

#include "internal.h"

namespace cxapian {
namespace {

thread_local cxapian_status next = CXAPIAN_STATUS_OK;

/// A class of Xapian::Error that the table of the boundary does not list.
struct UnlistedError : Xapian::RuntimeError {
  UnlistedError() : RuntimeError("injected", std::string(), "UnlistedError", nullptr) {}
};

}  // namespace

void throw_injected_fault() {
  cxapian_status fault = next;
  next = CXAPIAN_STATUS_OK;
  switch (fault) {
    case CXAPIAN_STATUS_OK: return;
    case CXAPIAN_STATUS_ASSERTION: throw Xapian::AssertionError("injected");
    case CXAPIAN_STATUS_INVALID_ARGUMENT: throw Xapian::InvalidArgumentError("injected");
    case CXAPIAN_STATUS_INVALID_OPERATION: throw Xapian::InvalidOperationError("injected");
    case CXAPIAN_STATUS_UNIMPLEMENTED: throw Xapian::UnimplementedError("injected");
    case CXAPIAN_STATUS_DATABASE: throw Xapian::DatabaseError("injected");
    case CXAPIAN_STATUS_DATABASE_CORRUPT: throw Xapian::DatabaseCorruptError("injected");
    case CXAPIAN_STATUS_DATABASE_CREATE: throw Xapian::DatabaseCreateError("injected");
    case CXAPIAN_STATUS_DATABASE_LOCK: throw Xapian::DatabaseLockError("injected: already locked");
    case CXAPIAN_STATUS_DATABASE_MODIFIED: throw Xapian::DatabaseModifiedError("injected");
    case CXAPIAN_STATUS_DATABASE_OPENING: throw Xapian::DatabaseOpeningError("injected");
    case CXAPIAN_STATUS_DATABASE_VERSION: throw Xapian::DatabaseVersionError("injected");
    case CXAPIAN_STATUS_DATABASE_NOT_FOUND: throw Xapian::DatabaseNotFoundError("injected");
    case CXAPIAN_STATUS_DATABASE_CLOSED: throw Xapian::DatabaseClosedError("injected");
    case CXAPIAN_STATUS_DOCUMENT_NOT_FOUND: throw Xapian::DocNotFoundError("injected");
    case CXAPIAN_STATUS_FEATURE_UNAVAILABLE: throw Xapian::FeatureUnavailableError("injected");
    case CXAPIAN_STATUS_INTERNAL: throw Xapian::InternalError("injected");
    case CXAPIAN_STATUS_NETWORK: throw Xapian::NetworkError("injected");
    case CXAPIAN_STATUS_NETWORK_TIMEOUT: throw Xapian::NetworkTimeoutError("injected");
    case CXAPIAN_STATUS_QUERY_PARSER: throw Xapian::QueryParserError("injected");
    case CXAPIAN_STATUS_SERIALISATION: throw Xapian::SerialisationError("injected");
    case CXAPIAN_STATUS_RANGE: throw Xapian::RangeError("injected");
    case CXAPIAN_STATUS_WILDCARD: throw Xapian::WildcardError("injected");
    case CXAPIAN_STATUS_OTHER_XAPIAN: throw UnlistedError();
    case CXAPIAN_STATUS_DISK_FULL: throw Xapian::DatabaseError("injected", std::string(), ENOSPC);
    case CXAPIAN_STATUS_OUT_OF_MEMORY: throw std::bad_alloc();
    case CXAPIAN_STATUS_STANDARD: throw std::runtime_error("injected");
    case CXAPIAN_STATUS_UNKNOWN: throw 42;
  }
}

}  // namespace cxapian

void cxapian_fault_next(cxapian_status status) noexcept { cxapian::next = status; }
#endif
