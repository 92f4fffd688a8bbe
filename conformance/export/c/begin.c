/* If the machine cannot be chosen, real links replace those of the script. The command line names them
 * by their indexes. */
struct netioconf_host;

/* Whether the implementation has netioconf_reset, which sets the machine. */
static int find_reset(int (**reset)(const struct netioconf_host*)) {
#ifdef _WIN32
  FARPROC found = GetProcAddress(GetModuleHandleA("iphlpapi.dll"), "netioconf_reset");
#else
  void* found = dlsym(RTLD_DEFAULT, "netioconf_reset");
#endif
  if (found == NULL) return 0;
  memcpy((void*)reset, (void*)&found, sizeof found);
  return 1;
}

/* Whether the link has the stack, and its metric. */
static int learn_stack(struct asked_link* link, unsigned family, unsigned* metric_to_learn) {
  MIB_IPINTERFACE_ROW row;
  memset(&row, 0, sizeof row);
  row.Family = (ADDRESS_FAMILY)family;
  row.InterfaceIndex = link->index;
  if (meaning_of((unsigned)GetIpInterfaceEntry(&row)) != success) return 0;
  link->luid = row.InterfaceLuid.Value;
  *metric_to_learn = row.Metric;
  return 1;
}

static int become_real(const char* const* indexes, int count, int only_reserved) {
  if (!host->has_ipv4 || !host->has_ipv6)
    return could_not_run("the script needs a machine that lacks a stack");
  if (count != host->link_count) {
    return could_not_run(
        "the library has no netioconf_reset: name a link of this machine (its index) for "
        "each link of the script");
  }
  if (!only_reserved) {
    return could_not_run("the script uses addresses that are not reserved for tests");
  }
  for (int i = 0; i < count; ++i) {
    struct asked_link* link = &host->links[i];
    link->index = (unsigned)strtoul(indexes[i], NULL, 0);
    if (learn_stack(link, family_ipv4, &link->ipv4_metric) != link->has_ipv4 ||
        learn_stack(link, family_ipv6, &link->ipv6_metric) != link->has_ipv6) {
      return could_not_run("the link does not have the stacks of the script's link");
    }
  }
  if (GetIpForwardTable2(family_unspecified, &routes_before) != 0) routes_before = NULL;
  if (GetAnycastIpAddressTable(family_unspecified, &anycasts_before) != 0) anycasts_before = NULL;
  return conforms;
}

static int begin(struct asked_host* asked, const char* const* indexes, int count, int only_reserved) {
  int (*reset)(const struct netioconf_host*) = NULL;
  memset(&run, 0, sizeof run);
  run.ways = every_way;
  host = asked;
  host->size = sizeof *host;
  kept_count = registration_count = 0;
  arrival_count = 0;
  memset(arrivals, 0, sizeof arrivals);
  metric_is_the_sum = form_of_route = form_of_anycast = no_memory;
  if (!find_reset(&reset)) return become_real(indexes, count, only_reserved);
  if (reset((const struct netioconf_host*)(const void*)host) != 0)
    return could_not_run("netioconf_reset refuses the machine of the script");
  return conforms;
}

/* Removes the entries that the script has left. */
static void remove_routes(void) {
  MIB_IPFORWARD_TABLE2* routes = NULL;
  if (GetIpForwardTable2(family_unspecified, &routes) != 0 || routes == NULL) return;
  for (ULONG i = 0; i < routes->NumEntries; ++i) {
    MIB_IPFORWARD_ROW2* row = &routes->Table[i];
    for (int link = 0; link < host->link_count; ++link) {
      if (row->InterfaceLuid.Value == host->links[link].luid && !is_of_before(row)) {
        (void)DeleteIpForwardEntry2(row);
      }
    }
  }
  FreeMibTable(routes);
}

static void remove_anycasts(void) {
  MIB_ANYCASTIPADDRESS_TABLE* anycasts = NULL;
  if (GetAnycastIpAddressTable(family_unspecified, &anycasts) != 0 || anycasts == NULL) return;
  for (ULONG i = 0; i < anycasts->NumEntries; ++i) {
    MIB_ANYCASTIPADDRESS_ROW* row = &anycasts->Table[i];
    for (int link = 0; link < host->link_count; ++link) {
      if (row->InterfaceLuid.Value == host->links[link].luid && !is_anycast_of_before(row)) {
        (void)DeleteAnycastIpAddressEntry(row);
      }
    }
  }
  FreeMibTable(anycasts);
}

static int end(void) {
  for (int i = 0; i < registration_count; ++i) {
    if (registrations[i].open) (void)CancelMibChangeNotify2(registrations[i].handle);
  }
  for (int i = 0; i < kept_count; ++i) {
    if (kept[i].memory != NULL) FreeMibTable(kept[i].memory);
    free(kept[i].copy);
  }
  if (routes_before != NULL) remove_routes();
  if (anycasts_before != NULL) remove_anycasts();
  run.ended = 1;
  if (run.verdict == conforms) say("conforms\n");
  return run.verdict;
}
