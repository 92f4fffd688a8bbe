/* A testee for Windows: netioconf asks on standard input, the answers go to standard output.
 *
 *     windows_testee [--link LINK]… [--dll PATH] [--journal FILE] [--cautious]
 *
 * It changes only the links that are named (by alias, index or LUID), and of these only routes and
 * addresses that are reserved for tests. With a library that has netioconf_reset it may change
 * everything, for nothing there is real; --cautious takes such a library for a real one, too. */
#include <stdio.h>
#include <string.h>

#include "conformance/testees/reference/testee.h"
#include "conformance/testees/windows/journal.h"
#include "conformance/testees/windows/links.h"
#include "conformance/testees/windows/machine.h"
#include "conformance/testees/windows/system.h"

struct options {
  const char* dll;
  char journal[1024];
  int cautious;
  const char* links[16];
  int link_count;
};

static struct options options;
static struct library library;
static struct limits limits;
static struct testee testee = {.library = &library};
static uint8_t input[sizeof(netioconf_frame) + netioconf_most_payload];
static char problem[256];

static const char* forbids(const netioconf_call* call) {
  const char* why = why_forbidden(&limits, call);
  if (why != NULL || limits.lifted || !can_change(call)) return why;
  return journal_before_change();
}

/* What was known when the call began is out already. */
static void on_crash(const char* what) {
  netioconf_reply reply = {.ending = netioconf_crashed};
  snprintf(reply.body.text, sizeof reply.body.text, "%s", what);
  testee.output.size = 0;
  output_frame(&testee.output, netioconf_kind_reply, &reply, sizeof reply);
  output_flush(&testee.output);
}

static const char* list_described_links(void) {
  netioconf_host host = {.size = sizeof host};
  if (library.describe(&host) != 0) return "netioconf_describe failed";
  limits.count = host.link_count;
  for (uint32_t number = 0; number < limits.count; ++number) {
    limits.links[number] = (struct known_link){host.links[number].luid, host.links[number].index, 0};
  }
  return NULL;
}

static int describe_windows(netioconf_host* host) {
  describe_machine(&limits, host);
  return 0;
}

/* What can be changed is settled here, once and for all; returns NULL, or why nothing can be asked. */
static const char* prepare(void) {
  void* loaded = load_library(options.dll, problem, sizeof problem);
  if (loaded == NULL) return problem;
  const char* why = find_functions(&library, loaded);
  if (why != NULL) return why;
  limits.lifted = library.reset != NULL && !options.cautious;
  if (limits.lifted) return NULL;
  library.reset = NULL;
  why = library.describe != NULL ? list_described_links() : list_links(&limits);
  if (why == NULL) {
    why = name_links(&limits, options.links, options.link_count, problem, sizeof problem);
  }
  if (library.describe == NULL) library.describe = describe_windows;
  testee.session.forbids = forbids;
  return why != NULL ? why : journal_begin(&library, &limits, options.journal);
}

static void serve(void) {
  size_t size = 0;
  for (;;) {
    struct request request;
    size_t used = 0;
    const enum front front = look_at(input, size, &request, &used);
    if (front == front_garbage) {
      fprintf(stderr, "windows_testee: what came in is no request of netioconf\n");
      return;
    }
    if (front == front_request) {
      testee_begin(&testee, &request);
      while (testee_step(&testee, &request)) {
      }
      memmove(input, input + used, size - used);
      size -= used;
      continue;
    }
    const size_t count = receive_bytes(input + size, sizeof input - size);
    if (count == 0) return;
    size += count;
  }
}

static int read_options(int argc, char** argv) {
  for (int at = 1; at < argc; ++at) {
    const int has_value = at + 1 < argc;
    if (strcmp(argv[at], "--cautious") == 0) {
      options.cautious = 1;
    } else if (strcmp(argv[at], "--dll") == 0 && has_value) {
      options.dll = argv[++at];
    } else if (strcmp(argv[at], "--journal") == 0 && has_value) {
      snprintf(options.journal, sizeof options.journal, "%s", argv[++at]);
    } else if (strcmp(argv[at], "--link") == 0 && has_value && options.link_count < 16) {
      options.links[options.link_count++] = argv[++at];
    } else {
      return 0;
    }
  }
  return 1;
}

int main(int argc, char** argv) {
  default_journal("netioconf-testee.journal", options.journal, sizeof options.journal);
  if (!read_options(argc, argv)) {
    fprintf(stderr,
            "usage: windows_testee [--link LINK]... [--dll PATH] [--journal FILE] [--cautious]\n");
    return 2;
  }
  if (!take_standard_streams()) return 2;
  catch_crashes(on_crash);
  name_system(testee.system, sizeof testee.system);
  testee.not_loaded = prepare();
  serve();
  const char* why = journal_end();
  if (why != NULL) fprintf(stderr, "windows_testee: %s\n", why);
  return why != NULL;
}
