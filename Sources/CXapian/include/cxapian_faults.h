// What tests need to reach every failure. Defined in debug builds only (CXAPIAN_FAULTS).
#pragma once

#include "cxapian.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Makes this thread's next call throw, inside its guard, what has to come out as `status`. OK withdraws the fault.
void cxapian_fault_next(cxapian_status status) CXAPIAN_NOEXCEPT;

/// What the latest successful sync of an index folder on this thread saw, and how many there were.
typedef struct cxapian_sync {
  uint64_t count;
  /// Inode numbers of the folder that was synced and of the version file in it at that moment (0: none).
  uint64_t folder;
  uint64_t version_file;
} cxapian_sync;

cxapian_sync cxapian_last_sync(void) CXAPIAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif
