#include "conformance/implementations/process/testee/mailbox.h"

#include <string.h>

#include "conformance/implementations/process/testee/platform.h"
#include "conformance/implementations/process/wire.h"

enum { sent_at_once = 1024 };  /* notifications */
enum { most_of_earlier = 16 }; /* notifications of earlier scripts, which show what is wrong */
static const uint32_t unknown = 0xffffffff;
static const uint32_t of_earlier_script = 0xfffffffe;
/* Not a valid address on any 64-bit machine, so a library that dereferences it crashes. */
static const uintptr_t first_context = sizeof(uintptr_t) == 8 ? (uintptr_t)0x4e43000000000001 : 1;

static uintptr_t handed_out;                 /* number of all contexts */
static uintptr_t before_script;              /* number of contexts of earlier scripts */
static uint32_t slots[netioconf_most_slots]; /* of the contexts of this script */
static netioconf_notification* arrived;
static size_t count, room;
static size_t count_of_earlier;
static int expects_none_of_earlier;

static void begin(int after_reset) {
  lock_mailbox();
  before_script = handed_out;
  count = count_of_earlier = 0;
  expects_none_of_earlier = after_reset;
  unlock_mailbox();
}

void mailbox_begin(void) { begin(0); }

void mailbox_begin_after_reset(void) { begin(1); }

PVOID mailbox_context(uint32_t slot) {
  PVOID context = NULL;
  lock_mailbox();
  if (handed_out - before_script < netioconf_most_slots) {
    slots[handed_out - before_script] = slot;
    context = (PVOID)(first_context + handed_out++);
  }
  unlock_mailbox();
  return context;
}

static void put(const netioconf_notification* notification) {
  if (count == room && room < netioconf_most_notifications) {
    const size_t more = room == 0 ? 64 : 2 * room;
    netioconf_notification* larger = enlarge(arrived, room * sizeof *arrived, more * sizeof *arrived);
    if (larger == NULL) return;
    arrived = larger;
    room = more;
  }
  if (count < room) arrived[count++] = *notification;
}

void mailbox_callback(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
  netioconf_notification notification = {.registration = unknown, .type = (uint32_t)type};
  notification.no_row = row == NULL || !read_untrusted(row, notification.route, netioconf_route_size);
  if (notification.no_row) memset(notification.route, 0, netioconf_route_size);
  lock_mailbox();
  const uintptr_t number = (uintptr_t)context - first_context;
  if (number >= handed_out) {
    put(&notification);
  } else if (number >= before_script) {
    notification.registration = slots[number - before_script];
    put(&notification);
  } else if (expects_none_of_earlier && count_of_earlier < most_of_earlier) {
    notification.registration = of_earlier_script;
    ++count_of_earlier;
    put(&notification);
  }
  announce_arrival();
  unlock_mailbox();
}

/* Waits, with the lock held, until `wanted` callbacks of this script have arrived, or none came for a
 * second. */
static void wait_for(size_t wanted, uint32_t limit_ms) {
  const uint64_t end_ms = now_ms() + limit_ms;
  int is_quiet = 0;
  while (!is_quiet && count - count_of_earlier < wanted) {
    const uint64_t quiet_ms = now_ms() + 1000;
    is_quiet = !wait_for_arrival(quiet_ms < end_ms ? quiet_ms : end_ms);
  }
}

uint32_t mailbox_collect(uint32_t at_least, uint32_t limit_ms, uint32_t grace_ms,
                         struct output* output) {
  lock_mailbox();
  if (limit_ms != 0) wait_for(at_least, limit_ms);
  if (grace_ms != 0) wait_for(SIZE_MAX, grace_ms);
  for (size_t sent = 0; sent < count;) {
    const size_t now = count - sent < sent_at_once ? count - sent : sent_at_once;
    output_frame(output, netioconf_kind_notifications, arrived + sent, now * sizeof *arrived);
    sent += now;
  }
  const uint32_t collected = (uint32_t)count;
  count = count_of_earlier = 0;
  unlock_mailbox();
  return collected;
}
