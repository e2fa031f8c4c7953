// Loaded before libc (LD_PRELOAD): makes the disk fail on demand, and writes down what a program does to it.
//
//   FAULTS_FOLDER   only what is below this folder counts (absolute, without links)
//   FAULTS_TRACE    each operation is appended to this file, in one order (Trace.swift reads it)
//   FAULTS_TALLY    counters are kept in this file, where they outlive the program (Interposer.swift reads it)
//   FAULTS_KIND     write, sync, open, name or read: the calls that fail, with EIO
//   FAULTS_AT       the first one that fails, from 1
//   FAULTS_LASTING  all later ones too, as on a disk that is gone
//   FAULTS_QUOTA    bytes that files may grow by, before the disk is full
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE, SYNC, OPEN, NAME, READ, KINDS };
static const char *const kind_names[KINDS] = {"write", "sync", "open", "name", "read"};

struct tally {
  _Atomic uint64_t calls[KINDS];
  _Atomic uint64_t struck;
  _Atomic int64_t grown, peak;
};

/// As Trace.swift reads it, followed by the name and the data.
struct record {
  uint32_t operation, name_size;
  uint64_t inode, offset, data_size;
};

enum { MAX_DESCRIPTORS = 65536 };
static atomic_bool ours[MAX_DESCRIPTORS];
static struct tally private_tally, *tally = &private_tally;
static char folder[PATH_MAX];
static size_t folder_size;
static int trace = -1, failing = -1;
static uint64_t failing_at;
static bool lasting;
static int64_t quota = INT64_MAX;
// What is written down has to be in the order in which it was done.
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) \
  static __typeof__(name) *real_##name; \
  if (!real_##name) real_##name = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static int open_really(const char *path, int flags, mode_t mode) {
  REAL(open);
  return real_open(path, flags, mode);
}

/// Files of ours are out of the way of what a program counts on: the lowest free descriptor.
static int open_aside(const char *path, int flags) {
  int low = open_really(path, flags | O_CLOEXEC, 0600);
  int high = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, 900);
  REAL(close);
  if (low >= 0) real_close(low);
  if (high < 0) {
    fprintf(stderr, "interposer: %s: %s\n", path, strerror(errno));
    _exit(70);
  }
  return high;
}

__attribute__((constructor)) static void begin(void) {
  const char *value;
  if (!(value = getenv("FAULTS_FOLDER")) || strlen(value) >= sizeof folder) return;
  if ((value = getenv("FAULTS_TALLY"))) {
    int file = open_aside(value, O_RDWR | O_CREAT);
    if (ftruncate(file, sizeof *tally) == 0) {
      void *mapped = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
      if (mapped != MAP_FAILED) tally = mapped;
    }
    REAL(close);
    real_close(file);
  }
  if ((value = getenv("FAULTS_TRACE"))) trace = open_aside(value, O_WRONLY | O_CREAT | O_APPEND);
  if ((value = getenv("FAULTS_KIND")))
    for (int kind = 0; kind < KINDS; ++kind)
      if (strcmp(value, kind_names[kind]) == 0) failing = kind;
  if ((value = getenv("FAULTS_AT"))) failing_at = strtoull(value, NULL, 10);
  if ((value = getenv("FAULTS_QUOTA"))) quota = strtoll(value, NULL, 10);
  lasting = getenv("FAULTS_LASTING") != NULL;
  strcpy(folder, getenv("FAULTS_FOLDER"));
  folder_size = strlen(folder);
}

/// Makes `path` absolute, without `.` and `..`. Says whether it is in the folder.
static bool place(int parent, const char *path, char absolute[PATH_MAX]) {
  if (!folder_size || !path) return false;
  char whole[2 * PATH_MAX] = "";
  if (path[0] != '/') {
    if (parent == AT_FDCWD) {
      if (!getcwd(whole, PATH_MAX)) return false;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", parent);
      ssize_t size = readlink(link, whole, PATH_MAX - 1);
      if (size < 0) return false;
      whole[size] = 0;
    }
    strcat(whole, "/");
  }
  if (strlen(whole) + strlen(path) >= PATH_MAX) return false;
  strcat(whole, path);
  size_t end = 0;
  for (char *rest, *part = strtok_r(whole, "/", &rest); part; part = strtok_r(NULL, "/", &rest)) {
    if (strcmp(part, ".") == 0) continue;
    if (strcmp(part, "..") == 0) {
      while (end > 0 && absolute[--end] != '/') {}
      continue;
    }
    absolute[end++] = '/';
    size_t size = strlen(part);
    memcpy(absolute + end, part, size);
    end += size;
  }
  absolute[end] = 0;
  return strncmp(absolute, folder, folder_size) == 0 && (absolute[folder_size] == '/' || !absolute[folder_size]);
}

static bool is_ours(int descriptor) {
  return descriptor >= 0 && descriptor < MAX_DESCRIPTORS && atomic_load(&ours[descriptor]);
}

/// Counts a call, and says whether it fails.
static bool strikes(enum kind kind) {
  uint64_t number = atomic_fetch_add(&tally->calls[kind], 1) + 1;
  if ((int)kind != failing || number < failing_at || (number > failing_at && !lasting)) return false;
  atomic_fetch_add(&tally->struck, 1);
  errno = EIO;
  return true;
}

/// Takes room on the disk, or gives it back. Returns how much of it there was.
static int64_t grow(int64_t bytes) {
  int64_t before = atomic_fetch_add(&tally->grown, bytes);
  if (bytes > 0 && before + bytes > quota) {
    int64_t room = before < quota ? quota - before : 0;
    atomic_fetch_sub(&tally->grown, bytes - room);
    atomic_fetch_add(&tally->struck, 1);
    bytes = room;
  }
  int64_t now = before + bytes, peak = atomic_load(&tally->peak);
  while (now > peak && !atomic_compare_exchange_weak(&tally->peak, &peak, now)) {}
  return bytes;
}

static int64_t size_of(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : 0;
}

/// The room that a file gives back when this name of it goes.
static int64_t room_of(const char *path) {
  struct stat status;
  return lstat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1 ? status.st_size : 0;
}

static uint64_t inode_of(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

static void note(char operation, uint64_t inode, uint64_t offset, const char *name, size_t name_size, const void *data,
                 size_t data_size) {
  if (trace < 0) return;
  int error = errno;
  struct record record = {(uint32_t)operation, (uint32_t)name_size, inode, offset, data_size};
  struct iovec parts[] = {{&record, sizeof record}, {(void *)name, name_size}, {(void *)data, data_size}};
  REAL(writev);
  if (real_writev(trace, parts, 3) != (ssize_t)(sizeof record + name_size + data_size)) {
    fputs("interposer: the trace is not whole\n", stderr);
    _exit(70);
  }
  errno = error;
}

static void note_two(char operation, const char *from, const char *to) {
  char names[2 * PATH_MAX];
  size_t size = strlen(from) + 1;
  memcpy(names, from, size);
  strcpy(names + size, to);
  note(operation, 0, 0, names, size + strlen(to), NULL, 0);
}

// MARK: Opening and closing

static int open_at(int parent, const char *path, int flags, mode_t mode) {
  REAL(openat);
  char absolute[PATH_MAX];
  if (!place(parent, path, absolute)) return real_openat(parent, path, flags, mode);
  if (strikes(OPEN)) return -1;
  pthread_mutex_lock(&order);
  struct stat status;
  bool is_new = (flags & O_CREAT) && lstat(absolute, &status) != 0;
  int64_t room = flags & O_TRUNC ? room_of(absolute) : 0;
  int descriptor = real_openat(parent, path, flags, mode);
  if (descriptor >= 0 && descriptor < MAX_DESCRIPTORS) {
    atomic_store(&ours[descriptor], true);
    grow(-room);
    if (is_new) note('c', inode_of(descriptor), 0, absolute, strlen(absolute), NULL, 0);
    if (room) note('t', inode_of(descriptor), 0, NULL, 0, NULL, 0);
  }
  pthread_mutex_unlock(&order);
  return descriptor;
}

static mode_t mode_of(int flags, va_list arguments) {
  return flags & (O_CREAT | __O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
}

#define OPENS(name) \
  int name(const char *path, int flags, ...) { \
    va_list arguments; \
    va_start(arguments, flags); \
    mode_t mode = mode_of(flags, arguments); \
    va_end(arguments); \
    return open_at(AT_FDCWD, path, flags, mode); \
  }
#define OPENS_AT(name) \
  int name(int parent, const char *path, int flags, ...) { \
    va_list arguments; \
    va_start(arguments, flags); \
    mode_t mode = mode_of(flags, arguments); \
    va_end(arguments); \
    return open_at(parent, path, flags, mode); \
  }
OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

DIR *opendir(const char *path) {
  REAL(opendir);
  char absolute[PATH_MAX];
  if (place(AT_FDCWD, path, absolute) && strikes(OPEN)) return NULL;
  return real_opendir(path);
}

int close(int descriptor) {
  REAL(close);
  if (is_ours(descriptor)) atomic_store(&ours[descriptor], false);
  return real_close(descriptor);
}

// MARK: Bytes

static ssize_t write_at(int descriptor, const void *data, size_t size, off_t offset) {
  REAL(pwrite);
  int64_t before = size_of(descriptor), growth = offset + (int64_t)size - before;
  if (growth > 0) {
    int64_t room = grow(growth);
    // As a disk does it: what fits is written, and the next call fails.
    int64_t missing = growth - room;
    size -= missing < (int64_t)size ? (size_t)missing : size;
    if (size == 0) {
      errno = ENOSPC;
      return -1;
    }
  }
  ssize_t written = real_pwrite(descriptor, data, size, offset);
  if (written > 0) note('w', inode_of(descriptor), offset, NULL, 0, data, written);
  return written;
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset) {
  REAL(pwrite);
  if (!is_ours(descriptor)) return real_pwrite(descriptor, data, size, offset);
  if (strikes(WRITE)) return -1;
  pthread_mutex_lock(&order);
  ssize_t written = write_at(descriptor, data, size, offset);
  pthread_mutex_unlock(&order);
  return written;
}
ssize_t pwrite64(int descriptor, const void *data, size_t size, off_t offset) {
  return pwrite(descriptor, data, size, offset);
}

ssize_t write(int descriptor, const void *data, size_t size) {
  REAL(write);
  if (!is_ours(descriptor)) return real_write(descriptor, data, size);
  if (strikes(WRITE)) return -1;
  pthread_mutex_lock(&order);
  bool appends = fcntl(descriptor, F_GETFL) & O_APPEND;
  off_t offset = lseek(descriptor, 0, appends ? SEEK_END : SEEK_CUR);
  ssize_t written = offset < 0 ? real_write(descriptor, data, size) : write_at(descriptor, data, size, offset);
  if (offset >= 0 && written > 0) lseek(descriptor, offset + written, SEEK_SET);
  pthread_mutex_unlock(&order);
  return written;
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  REAL(writev);
  if (!is_ours(descriptor)) return real_writev(descriptor, parts, count);
  ssize_t total = 0;
  for (int i = 0; i < count; ++i) {
    ssize_t written = write(descriptor, parts[i].iov_base, parts[i].iov_len);
    if (written < 0) return total ? total : -1;
    total += written;
    if ((size_t)written < parts[i].iov_len) break;
  }
  return total;
}

ssize_t read(int descriptor, void *data, size_t size) {
  REAL(read);
  return is_ours(descriptor) && strikes(READ) ? -1 : real_read(descriptor, data, size);
}
ssize_t pread(int descriptor, void *data, size_t size, off_t offset) {
  REAL(pread);
  return is_ours(descriptor) && strikes(READ) ? -1 : real_pread(descriptor, data, size, offset);
}
ssize_t pread64(int descriptor, void *data, size_t size, off_t offset) {
  return pread(descriptor, data, size, offset);
}

int ftruncate(int descriptor, off_t size) {
  REAL(ftruncate);
  if (!is_ours(descriptor)) return real_ftruncate(descriptor, size);
  if (strikes(WRITE)) return -1;
  pthread_mutex_lock(&order);
  int64_t before = size_of(descriptor);
  int result = real_ftruncate(descriptor, size);
  if (result == 0) {
    if (size < before) grow(size - before);
    note('t', inode_of(descriptor), size, NULL, 0, NULL, 0);
  }
  pthread_mutex_unlock(&order);
  return result;
}
int ftruncate64(int descriptor, off_t size) { return ftruncate(descriptor, size); }

#define SYNCS(name) \
  int name(int descriptor) { \
    REAL(name); \
    if (!is_ours(descriptor)) return real_##name(descriptor); \
    if (strikes(SYNC)) return -1; \
    pthread_mutex_lock(&order); \
    int result = real_##name(descriptor); \
    if (result == 0) note('s', inode_of(descriptor), 0, NULL, 0, NULL, 0); \
    pthread_mutex_unlock(&order); \
    return result; \
  }
SYNCS(fsync)
SYNCS(fdatasync)

// MARK: Names

int renameat(int from_parent, const char *from, int to_parent, const char *to) {
  REAL(renameat);
  char old[PATH_MAX], new[PATH_MAX];
  if (!place(from_parent, from, old) || !place(to_parent, to, new))
    return real_renameat(from_parent, from, to_parent, to);
  if (strikes(NAME)) return -1;
  pthread_mutex_lock(&order);
  int64_t room = room_of(new);
  int result = real_renameat(from_parent, from, to_parent, to);
  if (result == 0) {
    grow(-room);
    note_two('r', old, new);
  }
  pthread_mutex_unlock(&order);
  return result;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int unlinkat(int parent, const char *path, int flags) {
  REAL(unlinkat);
  char absolute[PATH_MAX];
  if (!place(parent, path, absolute)) return real_unlinkat(parent, path, flags);
  if (strikes(NAME)) return -1;
  pthread_mutex_lock(&order);
  int64_t room = room_of(absolute);
  int result = real_unlinkat(parent, path, flags);
  if (result == 0) {
    grow(-room);
    note('u', 0, 0, absolute, strlen(absolute), NULL, 0);
  }
  pthread_mutex_unlock(&order);
  return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int parent, const char *path, mode_t mode) {
  REAL(mkdirat);
  char absolute[PATH_MAX];
  if (!place(parent, path, absolute)) return real_mkdirat(parent, path, mode);
  if (strikes(NAME)) return -1;
  pthread_mutex_lock(&order);
  int result = real_mkdirat(parent, path, mode);
  struct stat status;
  if (result == 0 && stat(absolute, &status) == 0)
    note('d', status.st_ino, 0, absolute, strlen(absolute), NULL, 0);
  pthread_mutex_unlock(&order);
  return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

int linkat(int from_parent, const char *from, int to_parent, const char *to, int flags) {
  REAL(linkat);
  char old[PATH_MAX], new[PATH_MAX];
  if (!place(from_parent, from, old) || !place(to_parent, to, new))
    return real_linkat(from_parent, from, to_parent, to, flags);
  if (strikes(NAME)) return -1;
  pthread_mutex_lock(&order);
  int result = real_linkat(from_parent, from, to_parent, to, flags);
  if (result == 0) note_two('l', old, new);
  pthread_mutex_unlock(&order);
  return result;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
