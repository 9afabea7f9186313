/* Writes down what a process does to the files below RECORD_ROOT, and what it says on its
   standard output, in order, into RECORD_LOG.  Loaded before the C library (LD_PRELOAD).

   A record is: kind (1 byte), inode (8), number (8), length of the name (4), of the second
   name or data (4), name, data.  Numbers are in the machine's own order.

     C created  W written at number  T cut to number  F synced  D folder synced
     R renamed (name to data)  U unlinked  M folder made  S said on standard output       */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static const char *root;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    root = getenv("RECORD_ROOT");
    const char *log = getenv("RECORD_LOG");
    if (root && log)
        log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void record(char kind, uint64_t inode, uint64_t number, const char *name, const void *data,
                   uint32_t size) {
    uint32_t named = name ? strlen(name) : 0;
    struct iovec parts[] = {{&kind, 1}, {&inode, 8}, {&number, 8}, {&named, 4}, {&size, 4},
                            {(void *)name, named}, {(void *)data, size}};
    syscall(SYS_writev, log_fd, parts, 7);
}

static int watched(const char *path) {
    return log_fd >= 0 && path && strncmp(path, root, strlen(root)) == 0;
}

/* The path of an open file, its inode in `inode`; NULL where it is none of ours. */
static const char *path_of(int fd, uint64_t *inode, char *room, size_t size) {
    char link[40];
    struct stat status;
    if (log_fd < 0 || fd == log_fd)
        return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, room, size - 1);
    if (length < 0 || fstat(fd, &status) != 0)
        return NULL;
    room[length] = 0;
    *inode = status.st_ino;
    return watched(room) ? room : NULL;
}

#define BEGIN                                                                                      \
    char room[4096];                                                                               \
    uint64_t inode = 0;                                                                            \
    pthread_mutex_lock(&turn);                                                                     \
    const char *path = path_of(fd, &inode, room, sizeof room);
#define END                                                                                        \
    pthread_mutex_unlock(&turn);                                                                   \
    return done;

static int opened(int folder, const char *path, int flags, mode_t mode) {
    struct stat status;
    pthread_mutex_lock(&turn);
    int is_new = watched(path) && (flags & O_CREAT) && lstat(path, &status) != 0;
    int is_cut = watched(path) && (flags & O_TRUNC) && !is_new;
    int fd = syscall(SYS_openat, folder, path, flags | O_LARGEFILE, mode);
    if (fd >= 0 && (is_new || is_cut) && fstat(fd, &status) == 0)
        record(is_new ? 'C' : 'T', status.st_ino, 0, path, NULL, 0);
    pthread_mutex_unlock(&turn);
    return fd;
}

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                    \
        va_end(rest);                                                                              \
        return opened(AT_FDCWD, path, flags, mode);                                                \
    }
OPEN(open)
OPEN(open64)

ssize_t write(int fd, const void *data, size_t size) {
    BEGIN
    off_t place = path ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = syscall(SYS_write, fd, data, size);
    if (done > 0 && path)
        record('W', inode, place, NULL, data, done);
    else if (done > 0 && fd == 1 && log_fd >= 0)
        record('S', 0, 0, NULL, data, done);
    END
}

#define PWRITE(name)                                                                               \
    ssize_t name(int fd, const void *data, size_t size, off_t place) {                             \
        BEGIN                                                                                      \
        ssize_t done = syscall(SYS_pwrite64, fd, data, size, place);                               \
        if (done > 0 && path)                                                                      \
            record('W', inode, place, NULL, data, done);                                           \
        END                                                                                        \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define CUT(name)                                                                                  \
    int name(int fd, off_t length) {                                                               \
        BEGIN                                                                                      \
        int done = syscall(SYS_ftruncate, fd, length);                                             \
        if (done == 0 && path)                                                                     \
            record('T', inode, length, NULL, NULL, 0);                                             \
        END                                                                                        \
    }
CUT(ftruncate)
CUT(ftruncate64)

#define SYNC(name, number)                                                                         \
    int name(int fd) {                                                                             \
        struct stat status;                                                                        \
        BEGIN                                                                                      \
        int done = syscall(number, fd);                                                            \
        if (done == 0 && path && fstat(fd, &status) == 0)                                          \
            record(S_ISDIR(status.st_mode) ? 'D' : 'F', inode, 0, path, NULL, 0);                  \
        END                                                                                        \
    }
SYNC(fsync, SYS_fsync)
SYNC(fdatasync, SYS_fdatasync)

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&turn);
    int done = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    if (done == 0 && watched(to))
        record('R', 0, 0, from, to, strlen(to));
    END
}

int unlink(const char *path) {
    pthread_mutex_lock(&turn);
    int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (done == 0 && watched(path))
        record('U', 0, 0, path, NULL, 0);
    END
}

int mkdir(const char *path, mode_t mode) {
    pthread_mutex_lock(&turn);
    int done = syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    if (done == 0 && watched(path))
        record('M', 0, 0, path, NULL, 0);
    END
}
