/* A testee for Windows. It reads requests from standard input and writes answers to standard output.
 *
 *     windows_testee [--link LINK]… [--dll PATH] [--journal FILE] [--cautious]
 *
 * It changes only the named links (by alias, index or LUID), and there only routes and addresses that
 * are reserved for tests. A library with netioconf_reset is a fake, so everything may be changed;
 * --cautious applies the limits to such a library too. */
#include <stdio.h>
#include <string.h>

#include "conformance/implementations/process/testee/request.h"
#include "conformance/implementations/process/testee/serve.h"
#include "conformance/implementations/process/testee/testee.h"
#include "conformance/implementations/windows/journal.h"
#include "conformance/implementations/windows/links.h"
#include "conformance/implementations/windows/machine.h"
#include "conformance/implementations/windows/options.h"
#include "conformance/implementations/windows/system.h"

struct options {
  const char* dll;
  int cautious;
  struct machine_options machine;
};

static struct options options;
static struct library library;
static struct limits limits;
static struct testee testee = {.functions = &library};
static char problem[256];

static const char* forbids(const netioconf_call* call) {
  const char* why = why_forbidden(&limits, call);
  if (why != NULL || limits.lifted || !can_change(call)) return why;
  return journal_before_change();
}

/* The replies of all earlier calls have been sent. */
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

/* Determines the limits for the whole run. Returns NULL, or the reason why no call can be made. */
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
    why =
        name_links(&limits, options.machine.links, options.machine.link_count, problem, sizeof problem);
  }
  if (library.describe == NULL) library.describe = describe_windows;
  testee.session.forbids = forbids;
  return why != NULL ? why : journal_begin(&library, &limits, options.machine.journal);
}

static const char* answer(const struct request* request, const uint8_t* bytes, size_t size) {
  (void)bytes;
  (void)size;
  testee_answer(&testee, request);
  return NULL;
}

static int read_options(int argc, char** argv) {
  for (int at = 1; at < argc; ++at) {
    if (strcmp(argv[at], "--cautious") == 0) {
      options.cautious = 1;
    } else if (strcmp(argv[at], "--dll") == 0 && at + 1 < argc) {
      options.dll = argv[++at];
    } else if (!read_machine_option(&options.machine, argc, argv, &at)) {
      return 0;
    }
  }
  return 1;
}

static int report(const char* why) {
  if (why != NULL) fprintf(stderr, "windows_testee: %s\n", why);
  return why != NULL;
}

int main(int argc, char** argv) {
  default_journal("netioconf-testee.journal", options.machine.journal, sizeof options.machine.journal);
  if (!read_options(argc, argv)) {
    fprintf(stderr,
            "usage: windows_testee [--link LINK]... [--dll PATH] [--journal FILE] [--cautious]\n");
    return 2;
  }
  if (!take_standard_streams()) return 2;
  catch_crashes(on_crash);
  name_system(testee.system, sizeof testee.system);
  testee.not_loaded = prepare();
  int failures = report(serve_requests(answer));
  failures += report(journal_end());
  return failures != 0;
}
