/* The testee in the kernel, without kernel headers. */
#include <string.h>

#include "conformance/implementations/driver/kernel.h"
#include "conformance/implementations/driver/netio.h"
#include "conformance/implementations/process/testee/testee.h"

static struct device_options chosen;
static struct library library;
static struct testee testee;
static struct request request;
static uint8_t frame[sizeof(netioconf_frame) + device_most_payload];
static int answering;

static const char* forbids(const netioconf_call* call) { return why_forbidden(&chosen.limits, call); }

static int describe_machine(netioconf_host* host) {
  memcpy(host, chosen.host, sizeof *host);
  return 0;
}

int testee_open(const struct device_options* options, struct device_answer* answer) {
  if (options->version != device_version || options->limits.count > most_known_links) return 0;
  testee_close();
  chosen = *options;
  chosen.behaviour[sizeof chosen.behaviour - 1] = 0;
  import_netio(&library);
  chosen.limits.lifted = netio_is_emulated() != 0;
  if (netio_is_emulated()) {
    if (chosen.behaviour[0] != 0) set_behaviour(chosen.behaviour);
  } else {
    library.describe = describe_machine;
  }
  memset(&testee, 0, sizeof testee);
  testee.functions = &library;
  testee.most_payload = device_most_payload;
  testee.session.forbids = forbids;
  memcpy(testee.system, chosen.system, sizeof testee.system);
  *answer = (struct device_answer){device_version, chosen.limits.lifted};
  return 1;
}

void testee_close(void) {
  if (testee.functions != NULL) session_end(&testee.session);
  testee.functions = NULL;
  answering = 0;
}

int testee_ask(const uint8_t* bytes, size_t size) {
  size_t used = 0;
  if (testee.functions == NULL || answering || size > sizeof frame) return 0;
  memcpy(frame, bytes, size);
  if (look_at(frame, size, &request, &used) != front_request || used != size) return 0;
  /* A registered callback would crash the machine after the driver is unloaded. */
  const int is_script = request.frame.kind == netioconf_kind_script;
  if (is_script && request.script.start != netioconf_start_resume) session_end(&testee.session);
  testee_begin(&testee, &request);
  /* The loader fetches this before the first call, which may crash. */
  output_flush(&testee.output);
  answering = 1;
  return 1;
}

int testee_go_on(void) {
  if (!answering) return 0;
  if (chosen.at_apc_level) raise_to_apc_level();
  answering = testee_step(&testee, &request);
  output_flush(&testee.output);
  if (chosen.at_apc_level) lower_from_apc_level();
  return 1;
}
