/* Callbacks come on any thread. Each writes to its own place. */
static struct registration {
  HANDLE handle;
  int open, unpromised;
} registrations[32];

static int registration_count;

static struct arrival {
  volatile int there;
  int taken;
  unsigned registration, type;
  int has_row;
  MIB_IPFORWARD_ROW2 row;
} arrivals[256];

static volatile long arrival_count;

#ifdef _WIN32
static int next_arrival(void) { return (int)InterlockedIncrement(&arrival_count) - 1; }
static void wait_a_millisecond(void) { Sleep(1); }
static void WINAPI on_change(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type)
#else
static int next_arrival(void) { return (int)__sync_fetch_and_add(&arrival_count, 1); }
static void wait_a_millisecond(void) {
  const struct timespec millisecond = {0, 1000000};
  nanosleep(&millisecond, NULL);
}
static void on_change(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type)
#endif
{
  const int place = next_arrival();
  struct arrival* next = &arrivals[place];
  const size_t number = (size_t)context - 1;
  if (place >= 256 || (row != NULL && is_of_before(row))) return;
  next->registration = (unsigned)number;
  next->type = (unsigned)type;
  next->has_row = row != NULL;
  if (row != NULL) next->row = *row;
  next->there = 1;
}

static void with_callback(unsigned registration, unsigned type, struct expected_route* about,
                          int promised) {
  struct alternative* last = last_alternative();
  struct expected_callback* next = &last->callbacks[last->callback_count++];
  next->registration = registration;
  next->type = type;
  next->about = about;
  next->promised = promised;
}

enum { with_initial = 1, null_callback = 2, null_handle = 4 };

static void notify_route_change(unsigned family, int how) {
  struct registration* next = &registrations[registration_count];
  HANDLE handle = NULL;
  HANDLE* passed;
  if (run.verdict != conforms) return;
  ++registration_count;
  next->unpromised = (how & (null_callback | null_handle)) != 0;
  passed = (HANDLE*)lend((how & null_handle) != 0 ? NULL : &handle, sizeof handle, 0);
  seen.number =
      (unsigned)NotifyRouteChange2((ADDRESS_FAMILY)family, (how & null_callback) != 0 ? NULL : on_change,
                                   (PVOID)(size_t)registration_count, (how & with_initial) != 0, passed);
  if (passed != NULL) next->handle = *passed;
  next->open = meaning_of(seen.number) == success && passed != NULL;
  take_back();
  judge(of_notify, NULL, NULL);
}

static void cancel_notification(int number) {
  if (run.verdict != conforms || number >= registration_count || !registrations[number].open) return;
  seen.number = (unsigned)CancelMibChangeNotify2(registrations[number].handle);
  registrations[number].open = meaning_of(seen.number) != success;
  judge(of_notify, NULL, NULL);
}

static int names_link_of(const struct expected_route* about, const MIB_IPFORWARD_ROW2* row) {
  const int luid_fits = row->InterfaceLuid.Value == about->row.InterfaceLuid.Value;
  const int index_fits = row->InterfaceIndex == about->row.InterfaceIndex;
  if (row->InterfaceLuid.Value == 0) return index_fits;
  return luid_fits && (row->InterfaceIndex == 0 || index_fits);
}

/* Only the key of the route is required in a callback. */
static int is_about(const struct expected_callback* wanted, const struct arrival* arrival) {
  const struct expected_route* about = wanted->about;
  SOCKADDR_INET prefix, seen_prefix;
  unsigned length;
  if (wanted->registration != arrival->registration || wanted->type != arrival->type) return 0;
  if (about == NULL || !arrival->has_row) return about == NULL && !arrival->has_row;
  length = about->row.DestinationPrefix.PrefixLength;
  if (arrival->row.DestinationPrefix.PrefixLength != length || !names_link_of(about, &arrival->row)) {
    return 0;
  }
  prefix = masked(about->row.DestinationPrefix.Prefix, length);
  seen_prefix = masked(arrival->row.DestinationPrefix.Prefix, length);
  if (!same_ip(&prefix, &seen_prefix)) return 0;
  return family_of(&arrival->row.NextHop) == family_unspecified
             ? is_zero_ip(&about->row.NextHop)
             : same_ip(&about->row.NextHop, &arrival->row.NextHop);
}

static int find_callback(const struct alternative* alternative, const struct arrival* arrival,
                         unsigned found, int promised) {
  for (int i = 0; i < alternative->callback_count; ++i) {
    const struct expected_callback* each = &alternative->callbacks[i];
    if ((found >> i & 1) == 0 && each->promised == promised && is_about(each, arrival)) return i;
  }
  return -1;
}

static int explains(const struct alternative* alternative, const struct arrival* arrival,
                    unsigned* found) {
  char words[64];
  int place = find_callback(alternative, arrival, *found, 1);
  if (place < 0) place = find_callback(alternative, arrival, *found, 0);
  if (place >= 0) {
    *found |= 1u << place;
    return 1;
  }
  if ((int)arrival->registration < registration_count &&
      registrations[arrival->registration].unpromised) {
    return 1;
  }
  snprintf(words, sizeof words, "type %u for registration %d", arrival->type,
           (int)arrival->registration);
  return differs("callback", "none", words);
}

static int shows_callbacks(const struct alternative* alternative, int learn) {
  unsigned found = 0;
  for (int i = 0; i < arrival_count && i < 256; ++i) {
    if (!arrivals[i].there || arrivals[i].taken) continue;
    if (!explains(alternative, &arrivals[i], &found)) return 0;
  }
  for (int i = 0; i < alternative->callback_count; ++i) {
    char words[64];
    const struct expected_callback* each = &alternative->callbacks[i];
    if (!each->promised || (found >> i & 1) != 0) continue;
    snprintf(words, sizeof words, "type %u for registration %u", each->type, each->registration);
    return differs("callback", words, "none");
  }
  (void)learn;
  return 1;
}

/* Waits for `at_least` callbacks, and a little longer for unexpected ones. */
static void collect_notifications(int at_least) {
  int waited_ms = 0, count;
  if (run.verdict != conforms) return;
  do {
    count = 0;
    for (int i = 0; i < arrival_count && i < 256; ++i) count += arrivals[i].there && !arrivals[i].taken;
    if (count < at_least) wait_a_millisecond();
  } while (count < at_least && ++waited_ms < 1000);
  for (int i = 0; i < 20; ++i) wait_a_millisecond();
  judge(success, NULL, shows_callbacks);
  for (int i = 0; i < arrival_count && i < 256; ++i) arrivals[i].taken = arrivals[i].there;
}
