// libdeflate, which the service compresses answers with.
#include <libdeflate.h>
