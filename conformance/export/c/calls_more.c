static int anycast_is_untouched(const struct alternative* alternative, int learn) {
  (void)alternative, (void)learn;
  return seen.wrote == 0;
}

static void change_anycast(change what, const MIB_ANYCASTIPADDRESS_ROW* row, unsigned misalignment) {
  MIB_ANYCASTIPADDRESS_ROW* passed;
  if (run.verdict != conforms) return;
  passed = (MIB_ANYCASTIPADDRESS_ROW*)lend(row, sizeof *row, misalignment);
  seen.number = (unsigned)(what == creating ? CreateAnycastIpAddressEntry(passed)
                                            : DeleteAnycastIpAddressEntry(passed));
  seen.wrote = row != NULL && memcmp((const char*)passed, row, sizeof *row) != 0;
  take_back();
  judge(what == creating ? of_create : of_delete, what == creating ? &form_of_anycast : NULL,
        anycast_is_untouched);
}

static void create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row, unsigned misalignment) {
  change_anycast(creating, row, misalignment);
}

static void delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row, unsigned misalignment) {
  change_anycast(deleting, row, misalignment);
}

static int shows_looked_up_anycast(const struct alternative* alternative, int learn) {
  if (meaning_of(seen.number) != success) return 1;
  return alternative->anycast_count != 0 &&
         shows_anycast(alternative->anycasts[0], &seen.anycast_row, learn);
}

static void get_anycast(const MIB_ANYCASTIPADDRESS_ROW* row, unsigned misalignment) {
  MIB_ANYCASTIPADDRESS_ROW* passed;
  if (run.verdict != conforms) return;
  passed = (MIB_ANYCASTIPADDRESS_ROW*)lend(row, sizeof *row, misalignment);
  seen.number = (unsigned)GetAnycastIpAddressEntry(passed);
  if (row != NULL) memcpy(&seen.anycast_row, (const char*)passed, sizeof *row);
  take_back();
  judge(of_get_anycast, NULL, shows_looked_up_anycast);
}

/* The row of the named link, or NULL if no link has that name. */
static const struct asked_link* asked_for;

static unsigned asked_family;

static int shows_link(const struct alternative* alternative, int learn) {
  (void)alternative, (void)learn;
  if (meaning_of(seen.number) != success) return 1;
  return asked_for != NULL && same("InterfaceLuid", asked_for->luid, seen.link.InterfaceLuid.Value) &&
         same("InterfaceIndex", asked_for->index, seen.link.InterfaceIndex) &&
         same("Family", asked_family, seen.link.Family) &&
         same("Metric", metric_of_link(asked_for->luid, asked_family), seen.link.Metric);
}

/* `family` 0xffff: the caller passes NULL. */
static void get_link(unsigned family, unsigned long long luid, unsigned index, unsigned metric_before,
                     const struct asked_link* link) {
  MIB_IPINTERFACE_ROW row, *passed;
  if (run.verdict != conforms) return;
  memset(&row, 0, sizeof row);
  row.Family = (ADDRESS_FAMILY)family;
  row.InterfaceLuid.Value = luid;
  row.InterfaceIndex = index;
  row.Metric = metric_before;
  passed = (MIB_IPINTERFACE_ROW*)lend(family == 0xffff ? NULL : &row, sizeof row, 0);
  seen.number = (unsigned)GetIpInterfaceEntry(passed);
  if (passed != NULL) memcpy(&seen.link, (const char*)passed, sizeof row);
  take_back();
  asked_for = link;
  asked_family = family;
  judge(of_get_link, NULL, shows_link);
}
