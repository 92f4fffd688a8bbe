#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/posix.h"
#include "conformance/implementations/process/testee/serve.h"

static int output_descriptor = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t arrival = PTHREAD_COND_INITIALIZER;

int take_standard_output(void) {
  output_descriptor = dup(STDOUT_FILENO);
  return output_descriptor >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
}

const char* load(struct library* library, const char* path) {
  void* loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  return loaded != NULL ? find_functions(library, loaded) : dlerror();
}

void* find_function(void* loaded, const char* name) { return dlsym(loaded, name); }

/* The kernel reads the memory, so an invalid address gives an error instead of a crash. */
int read_untrusted(const void* address, void* to, size_t size) {
  const struct iovec local = {.iov_base = to, .iov_len = size};
  const struct iovec remote = {.iov_base = (void*)(uintptr_t)address, .iov_len = size};
  const long got = syscall(SYS_process_vm_readv, (long)getpid(), &local, 1L, &remote, 1L, 0L);
  if (got < 0 && errno != EFAULT) memcpy(to, address, size); /* a sandbox forbids the call */
  return got < 0 ? errno != EFAULT : (size_t)got == size;
}

void* enlarge(void* memory, size_t size_before, size_t size) {
  (void)size_before;
  return realloc(memory, size);
}

void send_bytes(const uint8_t* bytes, size_t size) {
  for (size_t done = 0; done < size;) {
    const ssize_t count = write(output_descriptor, bytes + done, size - done);
    if (count < 0 && errno != EINTR) exit(0);
    if (count > 0) done += (size_t)count;
  }
}

size_t receive_bytes(uint8_t* bytes, size_t most) {
  for (;;) {
    const ssize_t count = read(STDIN_FILENO, bytes, most);
    if (count >= 0) return (size_t)count;
    if (errno == EINTR) continue;
    fprintf(stderr, "reference_testee: standard input can't be read: %s\n", strerror(errno));
    return 0;
  }
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
