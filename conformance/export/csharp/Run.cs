  static int could_not_run(string why) {
    Console.Error.WriteLine(why);
    return undecided;
  }
  // The machine of the script, in the layout of netioconf_host.
  static byte[] bytes_of_host() {
    byte[] host = new byte[392];
    BitConverter.GetBytes(392).CopyTo(host, 0);
    host[4] = machine_has_ipv4;
    host[5] = machine_has_ipv6;
    host[6] = (byte)links.Length;
    for (int i = 0; i < links.Length; ++i) {
      int at = 8 + 24 * i;
      BitConverter.GetBytes(links[i].luid).CopyTo(host, at);
      BitConverter.GetBytes(links[i].index).CopyTo(host, at + 8);
      host[at + 12] = links[i].ipv4;
      host[at + 13] = links[i].ipv6;
      host[at + 14] = links[i].routes;
      host[at + 15] = links[i].loopback;
      BitConverter.GetBytes(links[i].ipv4_metric).CopyTo(host, at + 16);
      BitConverter.GetBytes(links[i].ipv6_metric).CopyTo(host, at + 20);
    }
    return host;
  }
  static bool learn_stack(Link link, uint family, byte wanted, ref uint metric_to_learn) {
    Bytes row;
    bool there = meaning_of(ask_link(family, 0, link.index, 0, out row)) == success;
    if (there) { link.luid = row.Luid(8); metric_to_learn = row.Get(148); }
    return there == (wanted != 0);
  }
  // If the machine cannot be chosen, real links replace those of the script.
  static int become_real(string[] indexes) {
    if (machine_has_ipv4 == 0 || machine_has_ipv6 == 0) return could_not_run("the script needs a machine that lacks a stack");
    if (indexes.Length != links.Length) {
      return could_not_run("name a link of this machine (its index) for each of the " + links.Length + " links of the script");
    }
    if (!only_reserved) return could_not_run("the script uses addresses that are not reserved for tests");
    for (int i = 0; i < links.Length; ++i) {
      links[i].index = uint.Parse(indexes[i]);
      if (!learn_stack(links[i], family_ipv4, links[i].ipv4, ref links[i].ipv4_metric) ||
          !learn_stack(links[i], family_ipv6, links[i].ipv6, ref links[i].ipv6_metric)) {
        return could_not_run("the link does not have the stacks of the script's link");
      }
    }
    IntPtr table = obtain(GetIpForwardTable2, family_unspecified, 0);
    routes_before = rows_of<RouteRow>(table);
    if (table != IntPtr.Zero) FreeMibTable(table);
    table = obtain(GetAnycastIpAddressTable, family_unspecified, 0);
    anycasts_before = rows_of<AnycastRow>(table);
    if (table != IntPtr.Zero) FreeMibTable(table);
    is_real = true;
    return conforms;
  }
  static bool is_real = false;
  static int begin(string[] indexes) {
    IntPtr host = lend(bytes_of_host(), 0);
    try {
      return netioconf_reset(host) == 0 ? conforms : could_not_run("netioconf_reset refuses the machine of the script");
    } catch (EntryPointNotFoundException) {
      return become_real(indexes);
    } finally {
      take_back();
    }
  }
  // Removes the entries that the script has left on a real machine.
  static void remove_what_is_left() {
    IntPtr table = obtain(GetIpForwardTable2, family_unspecified, 0);
    foreach (RouteRow row in rows_of<RouteRow>(table)) {
      bool ours = Array.Exists(links, link => link.luid == row.InterfaceLuid) && !is_of_before(row);
      if (ours) DeleteIpForwardEntry2(lend(row.bytes, 0));
    }
    if (table != IntPtr.Zero) FreeMibTable(table);
    table = obtain(GetAnycastIpAddressTable, family_unspecified, 0);
    foreach (AnycastRow row in rows_of<AnycastRow>(table)) {
      bool ours = Array.Exists(links, link => link.luid == row.InterfaceLuid) && !is_of_before(row);
      if (ours) DeleteAnycastIpAddressEntry(lend(row.bytes, 0));
    }
    if (table != IntPtr.Zero) FreeMibTable(table);
    take_back();
  }
  public static int Run(string[] indexes) {
    assert_layout();
    int result = begin(indexes);
    if (result != conforms) return result;
    try {
      script();
    } finally {
      foreach (Registration each in registrations) if (each.open) CancelMibChangeNotify2(each.handle);
      foreach (Kept each in kept) if (each.table != IntPtr.Zero) FreeMibTable(each.table);
      if (is_real) remove_what_is_left();
    }
    if (verdict == conforms) Console.WriteLine("conforms");
    return verdict;
  }
  public static int Main(string[] indexes) { return Run(indexes); }
