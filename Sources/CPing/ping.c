#include "cping.h"

#include <dlfcn.h>
#include <stdio.h>

// The part of libcurl's interface that is used, which has been the same since version 7.19.4 of 2009. Its headers are
// not asked for: they would be needed to build, and the library to start.
enum {
  OPTION_TIMEOUT = 13,
  OPTION_FAIL_ON_ERROR = 45,
  OPTION_FOLLOW_LOCATION = 52,
  OPTION_MAXIMUM_REDIRECTS = 68,
  OPTION_NO_SIGNAL = 99,
  OPTION_PROTOCOLS = 181,
  OPTION_REDIRECT_PROTOCOLS = 182,
  OPTION_URL = 10002,
  OPTION_ERROR_BUFFER = 10010,
  OPTION_USER_AGENT = 10018,
  OPTION_WRITE_FUNCTION = 20011,
  HTTP_AND_HTTPS = 1 | 2,
  ERROR_BYTES = 256
};

struct curl {
  void *(*init)(void);
  int (*set)(void *, int, ...);
  int (*perform)(void *);
  void (*clean)(void *);
  const char *(*describe)(int);
};

static const char *const names[] = {
#ifdef __APPLE__
    "libcurl.4.dylib"
#else
    "libcurl.so.4", "libcurl-gnutls.so.4"
#endif
};

static int open_curl(struct curl *curl) {
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW);
  if (!library) return 0;
  curl->init = (void *(*)(void))dlsym(library, "curl_easy_init");
  curl->set = (int (*)(void *, int, ...))dlsym(library, "curl_easy_setopt");
  curl->perform = (int (*)(void *))dlsym(library, "curl_easy_perform");
  curl->clean = (void (*)(void *))dlsym(library, "curl_easy_cleanup");
  curl->describe = (const char *(*)(int))dlsym(library, "curl_easy_strerror");
  return curl->init && curl->set && curl->perform && curl->clean && curl->describe;
}

static size_t discard(char *bytes, size_t size, size_t count, void *context) {
  (void)bytes;
  (void)context;
  return size * count;
}

int cping_get(const char *address, long seconds, char *reason, size_t size) {
  struct curl curl;
  if (!open_curl(&curl)) {
    snprintf(reason, size, "libcurl is not installed");
    return -1;
  }
  void *request = curl.init();
  if (!request) {
    snprintf(reason, size, "libcurl cannot be started");
    return -1;
  }
  char error[ERROR_BYTES] = "";
  int status = curl.set(request, OPTION_URL, address);
  if (!status) status = curl.set(request, OPTION_PROTOCOLS, (long)HTTP_AND_HTTPS);
  if (!status) status = curl.set(request, OPTION_REDIRECT_PROTOCOLS, (long)HTTP_AND_HTTPS);
  if (!status) status = curl.set(request, OPTION_FOLLOW_LOCATION, 1L);
  if (!status) status = curl.set(request, OPTION_MAXIMUM_REDIRECTS, 5L);
  if (!status) status = curl.set(request, OPTION_FAIL_ON_ERROR, 1L);
  if (!status) status = curl.set(request, OPTION_TIMEOUT, seconds);
  if (!status) status = curl.set(request, OPTION_NO_SIGNAL, 1L);
  if (!status) status = curl.set(request, OPTION_USER_AGENT, "palabre");
  if (!status) status = curl.set(request, OPTION_WRITE_FUNCTION, discard);
  if (!status) status = curl.set(request, OPTION_ERROR_BUFFER, error);
  if (!status) status = curl.perform(request);
  if (status) snprintf(reason, size, "%s", error[0] ? error : curl.describe(status));
  curl.clean(request);
  return status;
}
