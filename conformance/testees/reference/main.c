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

#include "conformance/testees/reference/request.h"
#include "conformance/testees/reference/session.h"

static struct output output;
static struct library library;
static struct session session = {.library = &library, .output = &output};
static uint8_t input[sizeof(netioconf_frame) + netioconf_most_payload];

static void refuse(const char* why) {
  char text[netioconf_most_text];
  const int size = snprintf(text, sizeof text, "%s", why);
  const size_t room = sizeof text - 1;
  output_frame(&output, netioconf_kind_refused, text, (size_t)size < room ? (size_t)size : room);
}

static void welcome(const netioconf_hello* hello, uint16_t flags) {
  netioconf_welcome answer = {.version = netioconf_version,
                              .flags = flags,
                              .calls = library.calls,
                              .most_payload = netioconf_most_payload};
  if (hello->oldest > netioconf_version || hello->newest < netioconf_version) {
    refuse("this testee speaks version 1 of the protocol only");
    return;
  }
  struct utsname system;
  if (uname(&system) == 0) {
    snprintf(answer.system, sizeof answer.system, "%.20s %.40s", system.sysname, system.release);
  }
  if (library.reset != NULL) answer.flags |= netioconf_can_reset;
  output_frame(&output, netioconf_kind_welcome, &answer, sizeof answer);
}

static void describe(void) {
  netioconf_host host = {.size = sizeof host};
  if (library.describe == NULL || library.describe(&host) != 0) memset(&host, 0, sizeof host);
  output_frame(&output, netioconf_kind_host, &host, sizeof host);
}

/* Whether the script can begin; if not, it was refused. */
static int reset(const netioconf_script* script) {
  if (script->start != netioconf_start_reset) return 1;
  netioconf_host host;
  memcpy(&host, script->host, sizeof host);
  if (library.reset == NULL) {
    refuse("the library has no netioconf_reset");
    return 0;
  }
  const int result = library.reset(&host);
  if (result == 0) return 1;
  char why[80];
  snprintf(why, sizeof why, "netioconf_reset returned %d for the script's host", result);
  refuse(why);
  return 0;
}

static void carry_out(const struct request* request) {
  if (request->script.start != netioconf_start_resume) session_begin(&session);
  if (!reset(&request->script)) return;
  output_frame(&output, netioconf_kind_begun, NULL, 0);
  for (output.step = 0; output.step < request->script.count; ++output.step) {
    const netioconf_call call = call_of_script(request, output.step);
    output_flush(&output);
    session_carry_out(&session, &call);
  }
  output_frame(&output, netioconf_kind_done, NULL, 0);
}

static void answer(const struct request* request, uint16_t flags, const char* not_loaded) {
  output.request = request->frame.request;
  output.step = 0;
  if (not_loaded != NULL) {
    refuse(not_loaded);
  } else if (request->frame.kind == netioconf_kind_hello) {
    welcome(&request->hello, flags);
  } else if (request->frame.kind == netioconf_kind_describe) {
    describe();
  } else {
    carry_out(request);
  }
  output_flush(&output);
}

/* Answers all that is asked; 0 when the input has ended. */
static int serve(uint16_t flags, const char* not_loaded) {
  size_t size = 0;
  for (;;) {
    struct request request;
    size_t used = 0;
    switch (look_at(input, size, &request, &used)) {
      case front_request:
        answer(&request, flags, not_loaded);
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
  /* What the library prints must not go between the frames. */
  output.descriptor = dup(STDOUT_FILENO);
  if (output.descriptor < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) return 2;
  const char* not_loaded = load(&library, argv[argc - 1]);
  return serve(at_once ? netioconf_calls_back_at_once : 0, not_loaded);
}
