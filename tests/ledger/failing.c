/* Lets the Nth write, fsync, link or rename below one folder fail, to see what becomes of a ledger.
   Loaded before the C library (LD_PRELOAD); armed and asked through ctypes. Linux alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[4096];
static int fail_at, for_ever, error_number;
static volatile int seen;

/* From now on call number at fails with that error, and all after it where ever is not 0. */
void failing_arm(const char *path, int at, int error, int ever) {
    snprintf(folder, sizeof folder, "%s", path);
    fail_at = at; error_number = error; for_ever = ever; seen = 0;
}

/* Nothing fails any more; how many calls there were. */
int failing_disarm(void) { folder[0] = 0; return seen; }

static int below(const char *path) { return folder[0] && path && strstr(path, folder) == path; }

static int below_fd(int fd) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

static int fails(void) {
    int number = __sync_add_and_fetch(&seen, 1);
    if (number != fail_at && !(for_ever && number > fail_at)) return 0;
    errno = error_number;
    return 1;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return below_fd(fd) && fails() ? -1 : real(fd, data, size);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int);
    return below_fd(fd) && fails() ? -1 : real(fd, parts, count);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    return below_fd(fd) && fails() ? -1 : real(fd, data, size, at);
}
int fsync(int fd) {
    REAL(int, "fsync", int);
    return below_fd(fd) && fails() ? -1 : real(fd);
}
int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    return below_fd(fd) && fails() ? -1 : real(fd);
}
int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    return below(to) && fails() ? -1 : real(from, to);
}
int link(const char *from, const char *to) {
    REAL(int, "link", const char *, const char *);
    return below(to) && fails() ? -1 : real(from, to);
}
int linkat(int from_fd, const char *from, int to_fd, const char *to, int flags) {
    REAL(int, "linkat", int, const char *, int, const char *, int);
    return below(to) && fails() ? -1 : real(from_fd, from, to_fd, to, flags);
}
