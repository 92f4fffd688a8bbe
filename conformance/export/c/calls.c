static int is_unchanged(const void* row, const void* before, size_t size) {
  if (row == NULL || memcmp(row, before, size) == 0) return 1;
  return differs("the caller's row", "as before", "written");
}

static int route_is_untouched(const struct alternative* alternative, int learn) {
  (void)alternative, (void)learn;
  return is_unchanged(&seen.route_row, &seen.passed, sizeof seen.route_row);
}

typedef enum { creating, setting, deleting } change;

static void change_route(change what, const MIB_IPFORWARD_ROW2* row, unsigned misalignment) {
  MIB_IPFORWARD_ROW2* passed;
  if (run.verdict != conforms) return;
  passed = (MIB_IPFORWARD_ROW2*)lend(row, sizeof *row, misalignment);
  seen.number = (unsigned)(what == creating  ? CreateIpForwardEntry2(passed)
                           : what == setting ? SetIpForwardEntry2(passed)
                                             : DeleteIpForwardEntry2(passed));
  if (row != NULL) {
    memcpy(&seen.passed, row, sizeof *row);
    memcpy(&seen.route_row, (const char*)passed, sizeof *row);
  }
  take_back();
  judge(what == creating  ? of_create
        : what == setting ? of_set
                          : of_delete,
        what == creating ? &form_of_route : NULL, route_is_untouched);
}

static void create_route(const MIB_IPFORWARD_ROW2* row, unsigned misalignment) {
  change_route(creating, row, misalignment);
}

static void set_route(const MIB_IPFORWARD_ROW2* row, unsigned misalignment) {
  change_route(setting, row, misalignment);
}

static void delete_route(const MIB_IPFORWARD_ROW2* row, unsigned misalignment) {
  change_route(deleting, row, misalignment);
}

static int is_as_initialized(const struct alternative* alternative, int learn) {
  (void)alternative, (void)learn;
  return is_initialized(&seen.route_row);
}

static void initialize_route(const MIB_IPFORWARD_ROW2* row, unsigned misalignment) {
  MIB_IPFORWARD_ROW2* passed;
  if (run.verdict != conforms) return;
  passed = (MIB_IPFORWARD_ROW2*)lend(row, sizeof *row, misalignment);
  InitializeIpForwardEntry(passed);
  if (row != NULL) memcpy(&seen.route_row, (const char*)passed, sizeof *row);
  take_back();
  judge(success, NULL, is_as_initialized);
}

/* A lookup with host bits or without a next hop may return these members as they were passed. */
static int shows_looked_up_route(const struct alternative* alternative, int learn) {
  struct expected_route* wanted = alternative->routes[0];
  MIB_IPFORWARD_ROW2 row = seen.route_row;
  SOCKADDR_INET prefix;
  if (meaning_of(seen.number) != success) return 1;
  if (alternative->route_count == 0) return 0;
  prefix = masked(wanted->row.DestinationPrefix.Prefix, wanted->row.DestinationPrefix.PrefixLength);
  if (memcmp(&prefix, &wanted->row.DestinationPrefix.Prefix, sizeof prefix) == 0) {
    const SOCKADDR_INET passed =
        masked(seen.passed.DestinationPrefix.Prefix, seen.passed.DestinationPrefix.PrefixLength);
    if (memcmp(&passed, &seen.passed.DestinationPrefix.Prefix, sizeof passed) != 0) {
      row.DestinationPrefix.Prefix =
          masked(row.DestinationPrefix.Prefix, row.DestinationPrefix.PrefixLength);
    }
  }
  if (family_of(&seen.passed.NextHop) == family_unspecified &&
      family_of(&row.NextHop) == family_unspecified) {
    row.NextHop = wanted->row.NextHop;
  }
  return shows_route(wanted, &row, learn);
}

static void get_route(const MIB_IPFORWARD_ROW2* row, unsigned misalignment) {
  MIB_IPFORWARD_ROW2* passed;
  if (run.verdict != conforms) return;
  passed = (MIB_IPFORWARD_ROW2*)lend(row, sizeof *row, misalignment);
  seen.number = (unsigned)GetIpForwardEntry2(passed);
  if (row != NULL) {
    memcpy(&seen.passed, row, sizeof *row);
    memcpy(&seen.route_row, (const char*)passed, sizeof *row);
  }
  take_back();
  judge(of_get, NULL, shows_looked_up_route);
}

static int shows_best_route(const struct alternative* alternative, int learn) {
  if (meaning_of(seen.number) != success) return 1;
  return alternative->route_count != 0 && shows_route(alternative->routes[0], &seen.route_row, learn);
}

enum { no_best_route = 1, no_best_source = 2 };

static void best_route(const unsigned long long* luid, unsigned index, const SOCKADDR_INET* source,
                       const SOCKADDR_INET* destination, unsigned options, int without) {
  const MIB_IPFORWARD_ROW2 nothing = route(0, 0, no_address(), 0, no_address());
  const SOCKADDR_INET no_source = no_address();
  MIB_IPFORWARD_ROW2* best;
  SOCKADDR_INET *best_source, *from, *to;
  NET_LUID* link;
  if (run.verdict != conforms) return;
  link = (NET_LUID*)lend(luid, sizeof *link, 0);
  from = (SOCKADDR_INET*)lend(source, sizeof *from, 0);
  to = (SOCKADDR_INET*)lend(destination, sizeof *to, 0);
  best = (MIB_IPFORWARD_ROW2*)lend(without & no_best_route ? NULL : &nothing, sizeof nothing, 0);
  best_source = (SOCKADDR_INET*)lend(without & no_best_source ? NULL : &no_source, sizeof no_source, 0);
  seen.number = (unsigned)GetBestRoute2(link, index, from, to, options, best, best_source);
  if (best != NULL) memcpy(&seen.route_row, best, sizeof *best);
  seen.wrote = (from != NULL && memcmp(from, source, sizeof *from) != 0) ||
               (to != NULL && memcmp(to, destination, sizeof *to) != 0);
  take_back();
  judge(of_best_route, NULL, shows_best_route);
}
