/* The entries that were in the tables before. They stay on a machine that cannot be emptied, and the
 * comparison ignores them. */
static MIB_IPFORWARD_TABLE2* routes_before;

static MIB_ANYCASTIPADDRESS_TABLE* anycasts_before;

static int is_of_before(const MIB_IPFORWARD_ROW2* row) {
  for (ULONG i = 0; routes_before != NULL && i < routes_before->NumEntries; ++i) {
    const MIB_IPFORWARD_ROW2* before = &routes_before->Table[i];
    if (before->InterfaceLuid.Value == row->InterfaceLuid.Value &&
        before->DestinationPrefix.PrefixLength == row->DestinationPrefix.PrefixLength &&
        same_ip(&before->DestinationPrefix.Prefix, &row->DestinationPrefix.Prefix) &&
        same_ip(&before->NextHop, &row->NextHop)) {
      return 1;
    }
  }
  return 0;
}

static int is_anycast_of_before(const MIB_ANYCASTIPADDRESS_ROW* row) {
  for (ULONG i = 0; anycasts_before != NULL && i < anycasts_before->NumEntries; ++i) {
    const MIB_ANYCASTIPADDRESS_ROW* before = &anycasts_before->Table[i];
    if (before->InterfaceLuid.Value == row->InterfaceLuid.Value &&
        same_ip(&before->Address, &row->Address)) {
      return 1;
    }
  }
  return 0;
}

static int is_asked_for(unsigned family, const SOCKADDR_INET* address) {
  return family == family_unspecified || family == family_of(address);
}

static unsigned table_family;

/* Each row must be one of the expected routes, and each route may appear once only. */
static int finds_route(const struct alternative* alternative, const MIB_IPFORWARD_ROW2* row,
                       unsigned* found, int learn) {
  char words[160];
  for (int i = 0; i < alternative->route_count; ++i) {
    if ((*found >> i & 1) != 0 || !same_key(alternative->routes[i], row)) continue;
    if (!shows_route(alternative->routes[i], row, learn)) return 0;
    *found |= 1u << i;
    return 1;
  }
  return differs(words_for_route(row, words, sizeof words), "absent", "present");
}

static int shows_routes(const struct alternative* alternative, int learn) {
  unsigned found = 0;
  char words[160];
  if (meaning_of(seen.number) != success) return 1;
  if (seen.routes == NULL) return differs("the table", "a table", "NULL");
  for (ULONG i = 0; i < seen.routes->NumEntries; ++i) {
    const MIB_IPFORWARD_ROW2* row = &seen.routes->Table[i];
    if (is_of_before(row)) continue;
    if (!finds_route(alternative, row, &found, learn)) return 0;
  }
  for (int i = 0; i < alternative->route_count; ++i) {
    if ((found >> i & 1) != 0) continue;
    return differs(words_for_route(&alternative->routes[i]->row, words, sizeof words), "present",
                   "missing");
  }
  return 1;
}

static int finds_anycast(const struct alternative* alternative, const MIB_ANYCASTIPADDRESS_ROW* row,
                         unsigned* found, int learn) {
  char words[48];
  for (int i = 0; i < alternative->anycast_count; ++i) {
    if ((*found >> i & 1) != 0 || !names_anycast(alternative->anycasts[i], row)) continue;
    if (!shows_anycast(alternative->anycasts[i], row, learn)) return 0;
    *found |= 1u << i;
    return 1;
  }
  return differs(words_for_address(&row->Address, words, sizeof words), "absent", "present");
}

static int shows_anycasts(const struct alternative* alternative, int learn) {
  unsigned found = 0;
  char words[48];
  if (meaning_of(seen.number) != success) return 1;
  if (seen.anycasts == NULL) return differs("the table", "a table", "NULL");
  for (ULONG i = 0; i < seen.anycasts->NumEntries; ++i) {
    const MIB_ANYCASTIPADDRESS_ROW* row = &seen.anycasts->Table[i];
    if (is_anycast_of_before(row)) continue;
    if (!finds_anycast(alternative, row, &found, learn)) return 0;
  }
  for (int i = 0; i < alternative->anycast_count; ++i) {
    if ((found >> i & 1) != 0) continue;
    return differs(words_for_address(&alternative->anycasts[i]->row.Address, words, sizeof words),
                   "present", "missing");
  }
  return 1;
}

/* A table without entries of the script may be returned if it contains entries from before. */
static void allow_others(int there) {
  for (int i = 0; there && i < run.alternative_count; ++i) {
    struct alternative* each = &run.alternatives[i];
    if (each->route_count + each->anycast_count == 0 && (each->statuses & not_found) != 0) {
      each->statuses |= success;
    }
  }
}

static int others_are_there(int anycasts) {
  for (ULONG i = 0; !anycasts && routes_before != NULL && i < routes_before->NumEntries; ++i) {
    if (is_asked_for(table_family, &routes_before->Table[i].DestinationPrefix.Prefix)) return 1;
  }
  for (ULONG i = 0; anycasts && anycasts_before != NULL && i < anycasts_before->NumEntries; ++i) {
    if (is_asked_for(table_family, &anycasts_before->Table[i].Address)) return 1;
  }
  return 0;
}

/* Tables that the script keeps, numbered in the order of its calls. */
static struct kept {
  void* memory;
  void* copy;
  size_t size;
} kept[32];
static int kept_count;

static size_t size_of_table(int anycasts, const void* table) {
  ULONG count;
  if (table == NULL) return 0;
  memcpy(&count, table, sizeof count);
  return 8 + count * (anycasts ? sizeof(MIB_ANYCASTIPADDRESS_ROW) : sizeof(MIB_IPFORWARD_ROW2));
}

enum { nothing_special = 0, keep_table = 1, null_table = 2 };

static void keep_or_free(int anycasts, void* table, int how) {
  struct kept* next = &kept[kept_count];
  if ((how & keep_table) == 0) {
    if (table != NULL) FreeMibTable(table);
    return;
  }
  ++kept_count;
  next->memory = table;
  next->size = size_of_table(anycasts, table);
  next->copy = malloc(next->size + 1);
  if (table != NULL && next->copy != NULL) memcpy(next->copy, table, next->size);
}

static void look_at_table(int anycasts, unsigned family, int how) {
  void* table = NULL;
  void** passed;
  if (run.verdict != conforms) return;
  passed = (void**)lend((how & null_table) != 0 ? NULL : &table, sizeof table, 0);
  seen.number =
      (unsigned)(anycasts ? GetAnycastIpAddressTable((ADDRESS_FAMILY)family,
                                                     (PMIB_ANYCASTIPADDRESS_TABLE*)(void*)passed)
                          : GetIpForwardTable2((ADDRESS_FAMILY)family,
                                               (PMIB_IPFORWARD_TABLE2*)(void*)passed));
  if (passed != NULL && meaning_of(seen.number) == success) table = *passed;
  take_back();
  if (anycasts)
    seen.anycasts = (MIB_ANYCASTIPADDRESS_TABLE*)table;
  else
    seen.routes = (MIB_IPFORWARD_TABLE2*)table;
  table_family = family;
  allow_others(others_are_there(anycasts));
  judge(of_table, NULL, anycasts ? shows_anycasts : shows_routes);
  keep_or_free(anycasts, table, how);
}

static void route_table(unsigned family, int how) { look_at_table(0, family, how); }

static void anycast_table(unsigned family, int how) { look_at_table(1, family, how); }

static void free_table(int number) {
  if (run.verdict != conforms || number >= kept_count || kept[number].memory == NULL) return;
  FreeMibTable(kept[number].memory);
  kept[number].memory = NULL;
  say("  freed\n");
}

static void reread_table(int number) {
  if (run.verdict != conforms || number >= kept_count || kept[number].memory == NULL) return;
  if (memcmp(kept[number].memory, kept[number].copy, kept[number].size) == 0) {
    end_with(conforms, "unchanged");
    say("  unchanged\n");
  } else {
    end_with(deviates, "a table that was not freed has changed");
  }
}
