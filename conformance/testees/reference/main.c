/* A testee for any shared library that exports the documented functions: netioconf asks on standard
 * input, the answers go to standard output.
 *
 *     reference_testee [--calls-back-at-once] LIBRARY
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "conformance/testees/reference/posix.h"
#include "conformance/testees/reference/testee.h"

static struct library library;
static struct testee testee = {.library = &library};
static uint8_t input[sizeof(netioconf_frame) + netioconf_most_payload];

static void name_system(char* name, size_t size) {
  struct utsname system;
  if (uname(&system) == 0) snprintf(name, size, "%.20s %.40s", system.sysname, system.release);
}

static void answer(const struct request* request) {
  testee_begin(&testee, request);
  while (testee_step(&testee, request)) {
  }
}

/* Answers all that is asked; 0 when the input has ended. */
static int serve(void) {
  size_t size = 0;
  for (;;) {
    struct request request;
    size_t used = 0;
    switch (look_at(input, size, &request, &used)) {
      case front_request:
        answer(&request);
        memmove(input, input + used, size - used);
        size -= used;
        continue;
      case front_garbage:
        fprintf(stderr, "reference_testee: what came in is no request of netioconf\n");
        return 2;
      case front_incomplete:
        break;
    }
    const ssize_t count = read(STDIN_FILENO, input + size, sizeof input - size);
    if (count == 0) return 0;
    if (count < 0 && errno != EINTR) return 2;
    if (count > 0) size += (size_t)count;
  }
}

int main(int argc, char** argv) {
  const int at_once = argc == 3 && strcmp(argv[1], "--calls-back-at-once") == 0;
  if (argc != 2 + at_once) {
    fprintf(stderr, "usage: reference_testee [--calls-back-at-once] LIBRARY\n");
    return 2;
  }
  if (!take_standard_output()) return 2;
  name_system(testee.system, sizeof testee.system);
  testee.not_loaded = load(&library, argv[argc - 1]);
  testee.flags = at_once ? netioconf_calls_back_at_once : 0;
  return serve();
}
