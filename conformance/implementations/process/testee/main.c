/* A testee for any shared library that exports the documented functions. It reads requests from standard
 * input and writes answers to standard output.
 *
 *     reference_testee [--calls-back-at-once] LIBRARY
 */
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>

#include "conformance/implementations/process/testee/posix.h"
#include "conformance/implementations/process/testee/serve.h"
#include "conformance/implementations/process/testee/streams.h"
#include "conformance/implementations/process/testee/testee.h"

static struct library library;
static struct testee testee = {.functions = &library};

static void name_system(char* name, size_t size) {
  struct utsname system;
  if (uname(&system) == 0) snprintf(name, size, "%.20s %.40s", system.sysname, system.release);
}

static const char* answer(const struct request* request, const uint8_t* bytes, size_t size) {
  (void)bytes;
  (void)size;
  testee_answer(&testee, request);
  return NULL;
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
  const char* why = serve_requests(answer);
  if (why != NULL) fprintf(stderr, "reference_testee: %s\n", why);
  return why != NULL ? 2 : 0;
}
