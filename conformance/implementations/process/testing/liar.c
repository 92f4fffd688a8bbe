/* A testee that behaves correctly except for one lie, which its argument names.
 *
 *     lying_testee LIE
 *
 * Every call succeeds, rows are returned as they were passed and tables are empty. A lie about a step
 * happens in step 2. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conformance/implementations/process/wire.h"

enum { lying_step = 2, time_to_sleep_s = 3600 };

static const char* lie;
static uint32_t request;
static uint32_t most_payload = netioconf_most_payload;

static int lies(const char* name) { return strcmp(lie, name) == 0; }

static void send_bytes(const void* from, size_t size) {
  for (size_t done = 0; done < size;) {
    const ssize_t count = write(STDOUT_FILENO, (const char*)from + done, size - done);
    if (count < 0 && errno != EINTR) exit(0);
    if (count > 0) done += (size_t)count;
  }
}

static char bytes[2 * (sizeof(netioconf_frame) + netioconf_most_payload)];
static size_t ready; /* number of bytes to send */

static void hold_frame(uint16_t kind, uint32_t step, const void* payload, uint32_t size) {
  const netioconf_frame frame = {size, kind, netioconf_mark, request, step};
  memcpy(bytes + ready, &frame, sizeof frame);
  if (size != 0) memcpy(bytes + ready + sizeof frame, payload, size);
  ready += sizeof frame + size;
}

static void send_frame(uint16_t kind, uint32_t step, const void* payload, uint32_t size) {
  hold_frame(kind, step, payload, size);
  send_bytes(bytes, ready);
  ready = 0;
}

static void read_bytes(void* to, size_t size) {
  for (size_t done = 0; done < size;) {
    const ssize_t count = read(STDIN_FILENO, (char*)to + done, size - done);
    if (count == 0) exit(0);
    if (count > 0) done += (size_t)count;
  }
}

static void sleep_forever(void) {
  for (;;) sleep(time_to_sleep_s);
}

static void send_rows(uint32_t step, uint32_t count) {
  static uint8_t rows[1000 * netioconf_route_size];
  for (uint32_t sent = 0; sent < count; sent += 1000) {
    const uint32_t now = count - sent < 1000 ? count - sent : 1000;
    send_frame(netioconf_kind_rows, step, rows, now * netioconf_route_size);
  }
}

/* Lies that replace a reply. */

static void take_memory(void) {
  enum { chunk = 16 << 20, most_chunks = 64 };
  static char* volatile taken[most_chunks]; /* volatile: else a compiler leaves it out */
  for (int count = 0; count < most_chunks; ++count) {
    taken[count] = malloc(chunk);
    if (taken[count] != NULL) memset(taken[count], 'x', chunk);
  }
  sleep_forever();
}

static void half_a_frame(void) { send_bytes("\xb8\x00\x00\x00\x07\x01\x43\x4e\x01", 9); }

static void drip(void) {
  const netioconf_frame frame = {1000000, netioconf_kind_reply, netioconf_mark, request, lying_step};
  send_bytes(&frame, sizeof frame);
  for (;;) {
    send_bytes("x", 1);
    usleep(1000);
  }
}

static void four_gibibytes(void) {
  const netioconf_frame frame = {0xffffffff, netioconf_kind_reply, netioconf_mark, request, lying_step};
  send_bytes(&frame, sizeof frame);
  sleep_forever();
}

static void grandchild(int with_group) {
  const pid_t pid = fork();
  if (pid == 0) {
    if (!with_group) setsid();
    sleep_forever();
  }
  fprintf(stderr, "grandchild %d\n", (int)pid);
  _exit(3);
}

static void lie_about_a_step(netioconf_reply* reply) {
  if (lies("crash")) abort();
  if (lies("hang")) sleep_forever();
  if (lies("hang_deaf")) {
    signal(SIGTERM, SIG_IGN);
    sleep_forever();
  }
  if (lies("exit")) exit(3);
  if (lies("take_memory")) take_memory();
  if (lies("close_output")) {
    close(STDOUT_FILENO);
    sleep_forever();
  }
  if (lies("print")) send_bytes("adding 10.0.0.0/8\n", 18);
  if (lies("half_frame")) {
    half_a_frame();
    sleep_forever();
  }
  if (lies("half_frame_and_exit")) {
    half_a_frame();
    exit(4);
  }
  if (lies("drip")) drip();
  if (lies("four_gibibytes")) four_gibibytes();
  if (lies("twice")) send_frame(netioconf_kind_reply, lying_step, reply, sizeof *reply);
  if (lies("rows_for_no_table")) send_rows(lying_step, 1);
  if (lies("unknown_kind")) send_frame(0x4242, lying_step, NULL, 0);
  if (lies("ending")) reply->ending = 42;
  if (lies("flags")) reply->flags = 0x8000;
  if (lies("notifications")) reply->notification_count = 7;
  if (lies("grandchild")) grandchild(1);
  if (lies("grandchild_of_its_own")) grandchild(0);
  if (lies("last_words")) {
    fprintf(stderr, "looking for the route\nassertion failed: route != NULL\n");
    abort();
  }
  if (lies("last_words_of_a_sanitizer")) {
    fprintf(stderr, "SUMMARY: double-free in FreeMibTable\n==%d==ABORTING\n", (int)getpid());
    abort();
  }
  if (lies("caught_crash")) {
    reply->ending = netioconf_crashed;
    strcpy(reply->body.text, "access violation reading 0x10");
  }
}

static void fill_table(uint32_t step, netioconf_reply* reply) {
  while (lies("rows_slowly")) {
    send_rows(step, 1);
    usleep(1000);
  }
  if (lies("million_rows")) reply->row_count = 1000000;
  if (lies("rows_without_end")) reply->row_count = 0xffffffff;
  if (lies("stream")) reply->row_count = 1000;
  send_rows(step, reply->row_count);
  if (lies("count")) reply->row_count = 1000000;
  if (lies("rows_of_other_size")) send_frame(netioconf_kind_rows, step, reply, 100);
}

static void answer_call(uint32_t step, const netioconf_call* call) {
  netioconf_reply reply = {0};
  if (lies("slow")) usleep(30000);
  if (lies("fill_errors")) {
    for (int line = 0; line < 20000; ++line) fprintf(stderr, "line %d of step %u\n", line, step);
  }
  memcpy(&reply.body, &call->body, sizeof reply.body);
  if (call->call == netioconf_call_route_table) fill_table(step, &reply);
  if (step == lying_step) lie_about_a_step(&reply);
  if (lies("wrong_step") && step == lying_step) ++step;
  if (lies("wrong_request") && step == lying_step) ++request;
  send_frame(netioconf_kind_reply, step, &reply,
             lies("short_reply") && step == lying_step ? 100 : sizeof reply);
}

/* Whether the script continues. */
static int begin(const netioconf_script* script) {
  if (script->start == netioconf_start_reset) {
    if (lies("die_in_reset")) abort();
    if (lies("hang_in_reset")) sleep_forever();
    if (lies("refuse_reset")) {
      send_frame(netioconf_kind_refused, 0, "no loopback here", 16);
      return 0;
    }
    if (lies("other_host") && script->host[6] != 1) {
      uint8_t host[netioconf_host_size];
      memcpy(host, script->host, sizeof host);
      host[6] = 1; /* the first link only */
      memset(host + 32, 0, sizeof host - 32);
      send_frame(netioconf_kind_other_host, 0, host, sizeof host);
      return 0;
    }
  }
  send_frame(netioconf_kind_begun, 0, NULL, 0);
  if (lies("begun_twice")) send_frame(netioconf_kind_begun, 0, NULL, 0);
  return 1;
}

static void answer_script(void) {
  netioconf_script script;
  read_bytes(&script, sizeof script);
  if (script.start == netioconf_start_reset_with_details) {
    uint8_t details[netioconf_details_size];
    read_bytes(details, sizeof details);
  }
  if (!begin(&script)) {
    netioconf_call call;
    for (uint32_t step = 0; step < script.count; ++step) read_bytes(&call, sizeof call);
    return;
  }
  if (lies("stop_reading")) sleep_forever();
  for (uint32_t step = 0; step < script.count; ++step) {
    netioconf_call call;
    read_bytes(&call, sizeof call);
    answer_call(step, &call);
  }
  if (lies("die_after")) abort();
  if (lies("no_end")) sleep_forever();
  hold_frame(netioconf_kind_done, script.count, NULL, 0);
  if (lies("chatty")) hold_frame(netioconf_kind_begun, 0, NULL, 0);
  send_bytes(bytes, ready);
  ready = 0;
}

static void lie_in_the_handshake(netioconf_welcome* welcome, uint32_t* size) {
  if (lies("hello_text")) send_bytes("Welcome to the testee!\n", 23);
  if (lies("hello_crash")) abort();
  if (lies("hello_hang")) sleep_forever();
  if (lies("hello_half")) {
    half_a_frame();
    sleep_forever();
  }
  if (lies("hello_close")) {
    close(STDOUT_FILENO);
    sleep_forever();
  }
  if (lies("hello_refused")) {
    send_frame(netioconf_kind_refused, 0, "no adapter named test0", 22);
    exit(1);
  }
  if (lies("hello_version")) welcome->version = 7;
  if (lies("hello_short")) *size = 20;
  if (lies("hello_request")) ++request;
  if (lies("hello_small_frames")) welcome->most_payload = 100;
  if (lies("hello_small_for_details")) {
    welcome->flags |= netioconf_takes_details;
    welcome->most_payload =
        sizeof(netioconf_script) + netioconf_details_size + sizeof(netioconf_call) - 1;
  }
  if (lies("hello_no_calls")) welcome->calls = 0;
  if (lies("hello_only_advance")) welcome->calls = 1u << netioconf_call_advance;
}

static uint16_t flags(void) {
  if (lies("no_reset") || lies("chatty") || lies("describe_odd_size")) return 0;
  return lies("small_frames_with_details") ? netioconf_can_reset | netioconf_takes_details
                                           : netioconf_can_reset;
}

static void answer_hello(void) {
  netioconf_hello hello;
  read_bytes(&hello, sizeof hello);
  if (lies("small_frames")) {
    most_payload = sizeof(netioconf_script) + 2 * sizeof(netioconf_call);
  }
  if (lies("small_frames_with_details")) {
    most_payload = sizeof(netioconf_script) + netioconf_details_size + 2 * sizeof(netioconf_call);
  }
  netioconf_welcome welcome = {.version = netioconf_version,
                               .flags = flags(),
                               .calls = lies("few_calls") ? 0x7ffe : 0x7fff,
                               .most_payload = most_payload,
                               .system = "lies"};
  uint32_t size = sizeof welcome;
  lie_in_the_handshake(&welcome, &size);
  hold_frame(netioconf_kind_welcome, 0, &welcome, size);
  if (lies("early")) hold_frame(netioconf_kind_begun, 0, NULL, 0);
  send_bytes(bytes, ready);
  ready = 0;
  if (lies("never_read")) sleep_forever();
}

static void answer_describe(void) {
  uint8_t host[netioconf_host_size] = {0};
  if (lies("describe_crash")) abort();
  if (lies("describe_odd_size")) send_frame(netioconf_kind_host, 0, host, 100);
  send_frame(netioconf_kind_host, 0, host, sizeof host);
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  lie = argv[1];
  for (;;) {
    netioconf_frame frame;
    read_bytes(&frame, sizeof frame);
    if (frame.mark != netioconf_mark || frame.size > most_payload) return 2;
    request = frame.request;
    if (frame.kind == netioconf_kind_hello) answer_hello();
    if (frame.kind == netioconf_kind_describe) answer_describe();
    if (frame.kind == netioconf_kind_script) answer_script();
  }
}
