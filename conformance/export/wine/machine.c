/* On a DLL with netioconf_reset every script has the machine that it needs. On a real machine a script
 * uses links with the same stacks: those that the command line names by their indexes, after the name of
 * the test. A script that changes tables runs there on named links only. */
static HMODULE iphlpapi;

static DWORD WINAPI no_routes(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) {
  (void)family, (void)table;
  return ERROR_NOT_SUPPORTED;
}

static DWORD WINAPI no_anycasts(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) {
  (void)family, (void)table;
  return ERROR_NOT_SUPPORTED;
}

static void show_adapter(const IP_ADAPTER_ADDRESSES* adapter, MIB_IPINTERFACE_ROW* row) {
  const int is_ipv4 = row->Family == family_ipv4;
  row->InterfaceLuid.Value = adapter->Luid.Value;
  row->Metric = is_ipv4 ? adapter->Ipv4Metric : adapter->Ipv6Metric;
}

/* What GetIpInterfaceEntry would say of a link, as far as the list of adapters knows it. */
static DWORD WINAPI link_of_adapters(MIB_IPINTERFACE_ROW* row) {
  static IP_ADAPTER_ADDRESSES adapters[512];
  ULONG size = sizeof adapters;
  DWORD status = GetAdaptersAddresses(AF_UNSPEC, 0x100 /* GAA_FLAG_INCLUDE_ALL_INTERFACES */, NULL,
                                      adapters, &size);
  const IP_ADAPTER_ADDRESSES* each = adapters;
  if (status != NO_ERROR) return status;
  for (; each != NULL; each = each->Next) {
    const int has_stack = row->Family == family_ipv4 ? each->Ipv4Enabled : each->Ipv6Enabled;
    const NET_IFINDEX index = each->IfIndex != 0 ? each->IfIndex : each->Ipv6IfIndex;
    if (index != row->InterfaceIndex || !has_stack) continue;
    show_adapter(each, row);
    return NO_ERROR;
  }
  return ERROR_NOT_FOUND;
}

static void load_functions(void) {
  iphlpapi = LoadLibraryA("iphlpapi.dll");
#define LOAD(name) p##name = (void*)GetProcAddress(iphlpapi, #name)
  LOAD(CancelMibChangeNotify2);
  LOAD(CreateAnycastIpAddressEntry);
  LOAD(CreateIpForwardEntry2);
  LOAD(DeleteAnycastIpAddressEntry);
  LOAD(DeleteIpForwardEntry2);
  LOAD(FreeMibTable);
  LOAD(GetAnycastIpAddressEntry);
  LOAD(GetAnycastIpAddressTable);
  LOAD(GetBestRoute2);
  LOAD(GetIpForwardEntry2);
  LOAD(GetIpForwardTable2);
  LOAD(GetIpInterfaceEntry);
  LOAD(InitializeIpForwardEntry);
  LOAD(NotifyRouteChange2);
  LOAD(SetIpForwardEntry2);
#undef LOAD
  /* The scripts' preparation calls these, whatever a script needs. */
  if (pGetIpForwardTable2 == NULL) pGetIpForwardTable2 = no_routes;
  if (pGetAnycastIpAddressTable == NULL) pGetAnycastIpAddressTable = no_anycasts;
  if (pGetIpInterfaceEntry == NULL) pGetIpInterfaceEntry = link_of_adapters;
}

static void need(const char* function) {
  if (run.verdict != conforms || GetProcAddress(iphlpapi, function) != NULL) return;
  todo_wine win_skip_(__FILE__, line_of_step)("%s is missing\n", function);
  run.verdict = undecided;
}

#define step(words) (begin_step(__LINE__), step(words))

static int fits_link(unsigned index, const struct asked_link* asked) {
  struct asked_link real;
  unsigned ignored;
  memset(&real, 0, sizeof real);
  real.index = index;
  return learn_stack(&real, family_ipv4, &ignored) == asked->has_ipv4 &&
         learn_stack(&real, family_ipv6, &ignored) == asked->has_ipv6;
}

static int is_among(unsigned index, const unsigned* indexes, int count) {
  for (int i = 0; i < count; ++i) {
    if (indexes[i] == index) return 1;
  }
  return 0;
}

/* Finds a link for each link of the script. Returns how many it found. */
static int choose_links(const struct asked_host* asked, const unsigned* named, int named_count,
                        unsigned* chosen) {
  enum { index_max = 99 }; /* that is tried without a name */
  int count = 0;
  while (count < asked->link_count) {
    int found = 0;
    for (unsigned i = 0; !found && i < (named_count > 0 ? (unsigned)named_count : index_max); ++i) {
      const unsigned index = named_count > 0 ? named[i] : i + 1;
      if (is_among(index, chosen, count) || !fits_link(index, &asked->links[count])) continue;
      chosen[count++] = index;
      found = 1;
    }
    if (!found) break;
  }
  return count;
}

static unsigned named_links[16];
static int named_link_count;

static void read_command_line(void) {
  char** words;
  const int count = winetest_get_mainargs(&words);
  for (int i = 2; i < count && named_link_count < 16; ++i) {
    named_links[named_link_count++] = (unsigned)strtoul(words[i], NULL, 0);
  }
}

static int begin_on_real_links(struct asked_host* asked, int only_reserved, int changes_tables) {
  unsigned chosen[16];
  char texts[16][12];
  const char* words[16];
  if (changes_tables && named_link_count == 0) {
    return could_not_run("it changes tables: name the links that it may use on the command line");
  }
  if (choose_links(asked, named_links, named_link_count, chosen) != asked->link_count) {
    return could_not_run("this machine does not have the links of the script");
  }
  for (int i = 0; i < asked->link_count; ++i) {
    snprintf(texts[i], sizeof texts[i], "%u", chosen[i]);
    words[i] = texts[i];
  }
  return begin(asked, words, asked->link_count, only_reserved);
}

static void run_script(const char* name, void (*script)(void), struct asked_host* asked,
                       int only_reserved, int changes_tables) {
  int (*reset)(const struct netioconf_host*) = NULL;
  int result;
  winetest_push_context("%s", name);
  line_of_step = __LINE__;
  result = find_reset(&reset) ? begin(asked, NULL, 0, only_reserved)
                              : begin_on_real_links(asked, only_reserved, changes_tables);
  if (result == conforms) {
    script();
    end();
  }
  winetest_pop_context();
}
