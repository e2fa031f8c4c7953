#ifndef CPING_H
#define CPING_H

#include <stddef.h>

/// One GET, for monitors that want to be told. libcurl does it, opened when it is first needed: linked, it and the
/// forty libraries behind it would be loaded by every command, and would have to be there on every host.

/// Asks for an http or https address and throws the answer away.
///
/// @param seconds  for all of it, from the look-up of the name to the end of the answer.
/// @param reason   where the reason of a failure goes, of at most `size` bytes with its NUL.
/// @return 0 when the answer was a success (below 400); else another number.
int cping_get(const char *address, long seconds, char *reason, size_t size);

#endif
