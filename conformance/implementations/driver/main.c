/* A testee in the kernel of Windows: this program installs and starts the driver, relays standard input
 * and standard output, and stops and removes the driver.
 *
 *     driver_testee [--link LINK]… [--driver FILE] [--name NAME] [--journal FILE] [--apc-level]
 *
 * It has the same limits as windows_testee. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/implementations/driver/device.h"
#include "conformance/implementations/driver/service.h"
#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/testee/request.h"
#include "conformance/implementations/process/testee/serve.h"
#include "conformance/implementations/process/testee/testee.h"
#include "conformance/implementations/windows/journal.h"
#include "conformance/implementations/windows/links.h"
#include "conformance/implementations/windows/machine.h"
#include "conformance/implementations/windows/options.h"
#include "conformance/implementations/windows/system.h"

struct options {
  const char* driver;
  const char* name;
  int at_apc_level;
  struct machine_options machine;
};

static struct options options = {.driver = "netioconf.sys", .name = "netioconf"};
static struct device_options sent = {.version = device_version};
static struct device_answer answer;
static struct library library; /* iphlpapi.dll, to restore the tables */
static struct testee refusing = {.functions = &library};
static const char* no_driver; /* the reason why there is no driver, or NULL */
static char problem[256];

static void choose_behaviour(void) {
  static const char* const names[] = {"NETIOEMU_MUTANT", "NETIOEMU_PERSONALITY"};
  for (int number = 0; number < 2; ++number) {
    const char* value = getenv(names[number]);
    if (value == NULL || *value == 0) continue;
    snprintf(sent.behaviour, sizeof sent.behaviour, "%s=%.80s", names[number], value);
    return;
  }
}

static const char* survey_machine(void) {
  const char* why = list_links(&sent.limits);
  if (why == NULL) {
    why = name_links(&sent.limits, options.machine.links, options.machine.link_count, problem,
                     sizeof problem);
  }
  netioconf_host host;
  describe_machine(&sent.limits, &host);
  memcpy(sent.host, &host, sizeof host);
  return why;
}

/* Programs and drivers have the same tables. */
static const char* begin_journal(void) {
  void* loaded = load_library(NULL, problem, sizeof problem);
  if (loaded == NULL) return problem;
  const char* why = find_functions(&library, loaded);
  return why != NULL ? why : journal_begin(&library, &sent.limits, options.machine.journal);
}

/* NULL, or the reason why there is no driver. */
static const char* prepare(void) {
  size_t size = 0;
  const char* why = start_driver(options.name, options.driver, problem, sizeof problem);
  if (why == NULL) why = survey_machine();
  choose_behaviour();
  sent.at_apc_level = options.at_apc_level != 0;
  name_system(sent.system, sizeof sent.system);
  if (why == NULL) {
    why = ask_device(device_options, &sent, sizeof sent, &answer, sizeof answer, &size);
  }
  if (why == NULL && answer.version != device_version) why = "the driver has another version";
  return why != NULL || answer.emulated ? why : begin_journal();
}

static int changes_something(const struct request* request) {
  if (request->frame.kind != netioconf_kind_script) return 0;
  for (uint32_t number = 0; number < request->script.count; ++number) {
    const netioconf_call call = call_of_script(request, number);
    if (can_change(&call) && why_forbidden(&sent.limits, &call) == NULL) return 1;
  }
  return 0;
}

static void refuse(const struct request* request, const char* why) {
  refusing.not_loaded = why;
  testee_answer(&refusing, request);
}

/* Relays one frame and all of its answer; NULL, or the reason why the driver cannot continue. */
static const char* relay(const uint8_t* frame, size_t size) {
  static uint8_t output[device_most_output];
  size_t count = 0;
  const char* why = ask_device(device_ask, frame, size, NULL, 0, &count);
  do {
    if (why == NULL) why = ask_device(device_step, NULL, 0, output, sizeof output, &count);
    if (why == NULL && count != 0) send_bytes(output, count);
  } while (why == NULL && count != 0);
  return why;
}

static const char* answer_to(const struct request* request, const uint8_t* bytes, size_t size) {
  const char* why = no_driver;
  if (why == NULL && !answer.emulated && changes_something(request)) why = journal_before_change();
  if (why == NULL) return relay(bytes, size);
  refuse(request, why);
  return NULL;
}

static int read_options(int argc, char** argv) {
  for (int at = 1; at < argc; ++at) {
    const int has_value = at + 1 < argc;
    if (strcmp(argv[at], "--apc-level") == 0) {
      options.at_apc_level = 1;
    } else if (strcmp(argv[at], "--driver") == 0 && has_value) {
      options.driver = argv[++at];
    } else if (strcmp(argv[at], "--name") == 0 && has_value) {
      options.name = argv[++at];
    } else if (!read_machine_option(&options.machine, argc, argv, &at)) {
      return 0;
    }
  }
  return 1;
}

static int report(const char* why) {
  if (why != NULL) fprintf(stderr, "driver_testee: %s\n", why);
  return why != NULL;
}

int main(int argc, char** argv) {
  default_journal("netioconf-driver.journal", options.machine.journal, sizeof options.machine.journal);
  if (!read_options(argc, argv)) {
    fprintf(stderr,
            "usage: driver_testee [--link LINK]... [--driver FILE] [--name NAME] [--journal FILE]\n"
            "                     [--apc-level]\n");
    return 2;
  }
  if (!take_standard_streams()) return 2;
  no_driver = prepare();
  int failures = report(serve_requests(answer_to));
  failures += report(stop_driver());
  failures += report(journal_end());
  return failures != 0;
}
