#include "conformance/specimens/notifications.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "conformance/specimens/knobs.h"

enum { most_registrations = 64, most_due = 256 };

struct registration {
  uintptr_t handle; /* 0: free */
  ADDRESS_FAMILY family;
  PIPFORWARD_CHANGE_CALLBACK callback;
  PVOID context;
};

struct due {
  PIPFORWARD_CHANGE_CALLBACK callback;
  PVOID context;
  MIB_NOTIFICATION_TYPE type;
  bool has_row;
  MIB_IPFORWARD_ROW2 row;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t one_worker = PTHREAD_MUTEX_INITIALIZER; /* guards start and join */
static pthread_cond_t idle = PTHREAD_COND_INITIALIZER;
static struct registration registrations[most_registrations];
static uintptr_t last_handle;
static struct due queue[most_due];
static size_t first_due, due_count;
static bool delivering, working, joinable;
static pthread_t deliverer, worker;

static void enqueue(const struct registration* to, MIB_NOTIFICATION_TYPE type,
                    const MIB_IPFORWARD_ROW2* row) {
  if (due_count == most_due) return;
  struct due* due = &queue[(first_due + due_count++) % most_due];
  memset(due, 0, sizeof *due);
  due->callback = to->callback;
  due->context = to->context;
  due->type = type;
  due->has_row = row != NULL;
  if (row != NULL) due->row = *row;
}

HANDLE add_registration(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback, PVOID context) {
  HANDLE handle = NULL;
  pthread_mutex_lock(&lock);
  for (size_t i = 0; i < most_registrations && handle == NULL; ++i) {
    if (fault(notify_last_registration_only)) registrations[i].handle = 0;
    if (registrations[i].handle != 0) continue;
    registrations[i] = (struct registration){
        .handle = ++last_handle, .family = family, .callback = callback, .context = context};
    handle = (HANDLE)last_handle;
  }
  pthread_mutex_unlock(&lock);
  return handle;
}

bool remove_registration(HANDLE handle) {
  bool found = false;
  pthread_mutex_lock(&lock);
  for (size_t i = 0; i < most_registrations && handle != NULL && !found; ++i) {
    found = registrations[i].handle == (uintptr_t)handle;
    if (found && !fault(notify_after_cancel)) registrations[i].handle = 0;
  }
  pthread_mutex_unlock(&lock);
  return found;
}

static bool listens_to(const struct registration* registration, ADDRESS_FAMILY family) {
  if (registration->handle == 0) return false;
  return registration->family == 0 || registration->family == family || fault(notify_every_family);
}

static bool is_left_out(MIB_NOTIFICATION_TYPE type) {
  return (fault(notify_not_of_create) && type == MibAddInstance) ||
         (fault(notify_not_of_delete) && type == MibDeleteInstance) ||
         (fault(notify_not_of_set) && type == MibParameterNotification);
}

static MIB_IPFORWARD_ROW2 notified(const MIB_IPFORWARD_ROW2* row) {
  MIB_IPFORWARD_ROW2 passed = *row;
  if (knob.notified_row == row_keys) {
    memset(&passed, 0, sizeof passed);
    passed.InterfaceLuid = row->InterfaceLuid;
    passed.InterfaceIndex = row->InterfaceIndex;
    passed.DestinationPrefix = row->DestinationPrefix;
    passed.NextHop = row->NextHop;
  }
  if (fault(notify_wrong_prefix)) passed.DestinationPrefix.PrefixLength ^= 1;
  if (fault(notify_without_link)) passed.InterfaceLuid.Value = passed.InterfaceIndex = 0;
  return passed;
}

void notify_of_row(MIB_NOTIFICATION_TYPE type, const MIB_IPFORWARD_ROW2* row) {
  if (is_left_out(type)) return;
  const MIB_IPFORWARD_ROW2 passed = notified(row);
  if (fault(notify_wrong_type)) type = MibParameterNotification;
  pthread_mutex_lock(&lock);
  for (size_t i = 0; i < most_registrations; ++i) {
    if (!listens_to(&registrations[i], row->DestinationPrefix.Prefix.si_family)) continue;
    enqueue(&registrations[i], type, &passed);
    if (fault(notify_doubled)) enqueue(&registrations[i], type, &passed);
  }
  pthread_mutex_unlock(&lock);
}

void notify_of(MIB_NOTIFICATION_TYPE type, const struct route* route) {
  const MIB_IPFORWARD_ROW2 row = shown(route);
  notify_of_row(type, &row);
}

/* How often a registration is called at first. */
static size_t initial_calls(ADDRESS_FAMILY family) {
  if (knob.initial_notification == initial_once) return 1;
  if (knob.initial_notification == initial_by_family) return family == NETIOCONF_AF_UNSPEC ? 2 : 1;
  size_t calls = 0;
  for (size_t i = 0; i < route_count(); ++i) {
    const ADDRESS_FAMILY of_route = route_at(i)->row.DestinationPrefix.Prefix.si_family;
    calls += family == NETIOCONF_AF_UNSPEC || family == of_route;
  }
  return calls;
}

void notify_of_registration(HANDLE handle) {
  static const MIB_IPFORWARD_ROW2 empty;
  const MIB_IPFORWARD_ROW2* row = fault(notify_initial_with_row) ? &empty : NULL;
  pthread_mutex_lock(&lock);
  for (size_t i = 0; i < most_registrations; ++i) {
    if (registrations[i].handle != (uintptr_t)handle) continue;
    for (size_t calls = initial_calls(registrations[i].family); calls > 0; --calls)
      enqueue(&registrations[i], MibInitialNotification, row);
  }
  pthread_mutex_unlock(&lock);
}

/* Makes the pending callbacks one after another, even if several threads or a callback call this. */
static void make_calls(void) {
  pthread_mutex_lock(&lock);
  if (delivering) {
    pthread_mutex_unlock(&lock);
    return;
  }
  delivering = true;
  deliverer = pthread_self();
  while (due_count > 0) {
    struct due due = queue[first_due];
    first_due = (first_due + 1) % most_due;
    --due_count;
    pthread_mutex_unlock(&lock);
    due.callback(due.context, due.has_row ? &due.row : NULL, due.type);
    pthread_mutex_lock(&lock);
  }
  delivering = false;
  pthread_cond_broadcast(&idle);
  pthread_mutex_unlock(&lock);
}

static void* work(void* nothing) {
  const struct timespec delay = {.tv_sec = knob.delay_ms / 1000,
                                 .tv_nsec = 1000000L * (knob.delay_ms % 1000)};
  nanosleep(&delay, NULL);
  pthread_mutex_lock(&lock);
  working = false;
  pthread_mutex_unlock(&lock);
  make_calls();
  return nothing;
}

static void join_worker(void) {
  if (!joinable || pthread_equal(pthread_self(), worker)) return;
  pthread_join(worker, NULL);
  joinable = false;
}

static void start_worker(void) {
  pthread_mutex_lock(&lock);
  const bool needed = due_count > 0 && !working && !delivering;
  working = working || needed;
  pthread_mutex_unlock(&lock);
  if (!needed) return;
  pthread_mutex_lock(&one_worker);
  join_worker();
  joinable = pthread_create(&worker, NULL, work, NULL) == 0;
  pthread_mutex_unlock(&one_worker);
}

void deliver_notifications(void) {
  if (knob.callbacks == callbacks_from_worker) {
    start_worker();
  } else {
    make_calls();
  }
}

void flush_notifications(void) {
  make_calls();
  pthread_mutex_lock(&lock);
  while (delivering && !pthread_equal(pthread_self(), deliverer)) pthread_cond_wait(&idle, &lock);
  pthread_mutex_unlock(&lock);
}

void forget_notifications(void) {
  pthread_mutex_lock(&lock);
  if (!fault(reset_keeps_registrations)) memset(registrations, 0, sizeof registrations);
  due_count = 0;
  pthread_mutex_unlock(&lock);
  pthread_mutex_lock(&one_worker);
  join_worker();
  pthread_mutex_unlock(&one_worker);
}

/* The worker must not outlive the library. */
__attribute__((destructor)) static void stop_worker(void) { forget_notifications(); }
