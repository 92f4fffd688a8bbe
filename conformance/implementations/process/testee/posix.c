#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/posix.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t arrival = PTHREAD_COND_INITIALIZER;

const char* load(struct library* library, const char* path) {
  void* loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  return loaded != NULL ? find_functions(library, loaded) : dlerror();
}

void* find_function(void* loaded, const char* name) { return dlsym(loaded, name); }

/* For a sandbox that forbids the call below. The pipe is made for each read, because a library may close
 * any descriptor. */
static int read_through_pipe(const void* address, void* to, size_t size) {
  enum { chunk = 4096 }; /* less than the capacity of any pipe */
  int ends[2];
  if (pipe(ends) != 0) return 0;
  size_t done = 0;
  while (done < size) {
    const size_t now = size - done < chunk ? size - done : chunk;
    const long written = syscall(SYS_write, ends[1], (uintptr_t)address + done, now);
    if (written <= 0 || read(ends[0], (char*)to + done, (size_t)written) != written) break;
    done += (size_t)written;
  }
  close(ends[0]);
  close(ends[1]);
  return done == size;
}

/* The kernel reads the memory, so an invalid address gives an error instead of a crash. */
int read_untrusted(const void* address, void* to, size_t size) {
  const struct iovec local = {.iov_base = to, .iov_len = size};
  const struct iovec remote = {.iov_base = (void*)(uintptr_t)address, .iov_len = size};
  const long got = syscall(SYS_process_vm_readv, (long)getpid(), &local, 1L, &remote, 1L, 0L);
  if (got < 0) return errno != EFAULT && read_through_pipe(address, to, size);
  return (size_t)got == size;
}

void* enlarge(void* memory, size_t size_before, size_t size) {
  (void)size_before;
  return realloc(memory, size);
}

void lock_mailbox(void) { pthread_mutex_lock(&lock); }

void unlock_mailbox(void) { pthread_mutex_unlock(&lock); }

void announce_arrival(void) { pthread_cond_broadcast(&arrival); }

int wait_for_arrival(uint64_t until_ms) {
  const struct timespec until = {.tv_sec = (time_t)(until_ms / 1000),
                                 .tv_nsec = (long)(until_ms % 1000) * 1000000};
  return pthread_cond_timedwait(&arrival, &lock, &until) == 0;
}

uint64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}
