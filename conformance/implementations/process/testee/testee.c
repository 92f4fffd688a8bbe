#include "conformance/implementations/process/testee/testee.h"

#include <string.h>

#include "conformance/implementations/process/testee/mailbox.h"

static void refuse(struct testee* testee, const char* why) {
  const size_t size = strlen(why);
  const size_t most = netioconf_most_text - 1;
  output_frame(&testee->output, netioconf_kind_refused, why, size < most ? size : most);
}

static void welcome(struct testee* testee, const netioconf_hello* hello) {
  netioconf_welcome answer = {.version = netioconf_version,
                              .flags = testee->flags,
                              .calls = testee->functions->calls,
                              .most_payload = testee->most_payload};
  if (hello->oldest > netioconf_version || hello->newest < netioconf_version) {
    refuse(testee, "this testee speaks version 1 of the protocol only");
    return;
  }
  if (answer.most_payload == 0) answer.most_payload = netioconf_most_payload;
  memcpy(answer.system, testee->system, sizeof answer.system);
  if (testee->functions->reset != NULL) answer.flags |= netioconf_can_reset | netioconf_takes_details;
  output_frame(&testee->output, netioconf_kind_welcome, &answer, sizeof answer);
}

/* Zeros if the library describes none. Returns the bytes of the version that it wrote. */
static size_t describe_host(const struct library* library, netioconf_host* host) {
  memset(host, 0, sizeof *host);
  host->size = sizeof *host;
  if (library->describe == NULL || library->describe(host) != 0) memset(host, 0, sizeof *host);
  return host->size == sizeof *host ? sizeof *host : NETIOCONF_HOST_SIZE_1;
}

static void describe(struct testee* testee) {
  netioconf_host host;
  const size_t size = describe_host(testee->functions, &host);
  output_frame(&testee->output, netioconf_kind_host, &host, size);
}

static void put_number(char** end, int number) {
  unsigned rest = number < 0 ? 0u - (unsigned)number : (unsigned)number;
  char digits[12];
  size_t count = 0;
  do {
    digits[count++] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (number < 0) *(*end)++ = '-';
  while (count > 0) *(*end)++ = digits[--count];
}

static void refuse_host(struct testee* testee, int result) {
  const char* decided_by = testee->session.decided_by != NULL ? testee->session.decided_by() : "";
  if (*decided_by != 0) {
    refuse(testee, decided_by);
    return;
  }
  static const char before[] = "netioconf_reset returned ";
  static const char suffix[] = " for the script's host";
  char why[80];
  char* end = why + sizeof before - 1;
  memcpy(why, before, sizeof before - 1);
  put_number(&end, result);
  memcpy(end, suffix, sizeof suffix);
  refuse(testee, why);
}

/* Whether the script can begin. If not, the testee refuses it. */
static int reset(struct testee* testee, const struct request* request) {
  if (request->script.start < netioconf_start_reset) return 1;
  netioconf_host host = {0};
  memcpy(&host, request->script.host, sizeof request->script.host);
  if (request->details != NULL) memcpy(host.details, request->details, sizeof host.details);
  if (testee->functions->reset == NULL) {
    refuse(testee, "the library has no netioconf_reset");
    return 0;
  }
  const int result = testee->functions->reset(&host);
  if (result != 0) {
    refuse_host(testee, result);
    return 0;
  }
  mailbox_begin_after_reset();
  if (request->details == NULL) return 1;
  /* A library that knows only the first version of netioconf_host takes details and ignores them. */
  if (describe_host(testee->functions, &host) == sizeof host) return 1;
  refuse(testee, "the script's host has details that this implementation does not describe");
  return 0;
}

static void begin_script(struct testee* testee, const struct request* request) {
  const netioconf_script* script = &request->script;
  testee->session.functions = testee->functions;
  testee->session.output = &testee->output;
  if (script->start != netioconf_start_resume) session_begin(&testee->session);
  testee->in_script = reset(testee, request);
  if (testee->in_script) output_frame(&testee->output, netioconf_kind_begun, NULL, 0);
}

void testee_begin(struct testee* testee, const struct request* request) {
  testee->output.request = request->frame.request;
  testee->output.step = 0;
  testee->in_script = 0;
  if (testee->not_loaded != NULL) {
    refuse(testee, testee->not_loaded);
  } else if (request->frame.kind == netioconf_kind_hello) {
    welcome(testee, &request->hello);
  } else if (request->frame.kind == netioconf_kind_describe) {
    describe(testee);
  } else {
    begin_script(testee, request);
  }
}

int testee_step(struct testee* testee, const struct request* request) {
  if (testee->in_script && testee->output.step < request->script.count) {
    const netioconf_call call = call_of_script(request, testee->output.step);
    output_flush(&testee->output);
    session_carry_out(&testee->session, &call);
    ++testee->output.step;
    return 1;
  }
  if (testee->in_script) output_frame(&testee->output, netioconf_kind_done, NULL, 0);
  testee->in_script = 0;
  output_flush(&testee->output);
  return 0;
}

void testee_answer(struct testee* testee, const struct request* request) {
  testee_begin(testee, request);
  while (testee_step(testee, request)) {
  }
}
