  [DllImport("iphlpapi.dll")] static extern void InitializeIpForwardEntry(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint CreateIpForwardEntry2(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint SetIpForwardEntry2(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint GetIpForwardEntry2(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint DeleteIpForwardEntry2(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint GetIpForwardTable2(ushort family, IntPtr table);
  [DllImport("iphlpapi.dll")] static extern uint GetBestRoute2(IntPtr luid, uint index, IntPtr source,
      IntPtr destination, uint options, IntPtr best_route, IntPtr best_source);
  delegate void OnChange(IntPtr context, IntPtr row, uint type);
  [DllImport("iphlpapi.dll")] static extern uint NotifyRouteChange2(ushort family, OnChange callback,
      IntPtr context, byte initial, IntPtr handle);
  [DllImport("iphlpapi.dll")] static extern uint CancelMibChangeNotify2(IntPtr handle);
  [DllImport("iphlpapi.dll")] static extern uint CreateAnycastIpAddressEntry(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint GetAnycastIpAddressEntry(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint DeleteAnycastIpAddressEntry(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern uint GetAnycastIpAddressTable(ushort family, IntPtr table);
  [DllImport("iphlpapi.dll")] static extern uint GetIpInterfaceEntry(IntPtr row);
  [DllImport("iphlpapi.dll")] static extern void FreeMibTable(IntPtr table);
  [DllImport("iphlpapi.dll")] static extern int netioconf_reset(IntPtr host);

  // Memory passed to a call, with a margin that the call must not change.
  const int margin = 64;
  class Lent {
    public IntPtr memory;
    public int offset, size;
    public IntPtr Place { get { return new IntPtr(memory.ToInt64() + offset); } }
  }
  static List<Lent> lent = new List<Lent>();
  static IntPtr lend(byte[] content, int misalignment) {
    if (content == null) return IntPtr.Zero;
    int whole = content.Length + 2 * margin + 16;
    Lent next = new Lent { memory = Marshal.AllocHGlobal(whole), size = content.Length };
    next.offset = margin + (int)((8 - next.memory.ToInt64() % 8) % 8) + misalignment;
    for (int i = 0; i < whole; ++i) Marshal.WriteByte(next.memory, i, 0xA5);
    Marshal.Copy(content, 0, next.Place, content.Length);
    lent.Add(next);
    return next.Place;
  }
  static void take_back() {
    foreach (Lent each in lent) {
      for (int i = 0; i < each.size + 2 * margin + 16; ++i) {
        bool inside = i >= each.offset && i < each.offset + each.size;
        if (!inside && Marshal.ReadByte(each.memory, i) != 0xA5) seen_wrote = true;
      }
      Marshal.FreeHGlobal(each.memory);
    }
    lent.Clear();
  }
  static void read(IntPtr from, Bytes into) { Marshal.Copy(from, into.bytes, 0, into.bytes.Length); }

  const uint of_create = success | invalid_parameter | not_found | not_supported | object_already_exists,
             of_set = success | invalid_parameter | not_found,
             of_get = success | invalid_parameter | not_found | not_supported,
             of_get_anycast = of_get | file_not_found,
             of_notify = success | invalid_parameter | invalid_handle,
             of_get_link = success | invalid_parameter | not_found | file_not_found;

  delegate uint RowCall(IntPtr row);
  static void change_route(RowCall call, uint named, Memory form, RouteRow row, int misalignment) {
    if (verdict != conforms) return;
    IntPtr passed = lend(row == null ? null : row.bytes, misalignment);
    seen_number = call(passed);
    bool untouched = true;
    if (row != null) {
      seen_route = new RouteRow();
      read(passed, seen_route);
      untouched = seen_route.Same(row);
    }
    take_back();
    judge(named, form, (alternative, learn) => untouched || differs("the caller's row", "as before", "written"));
  }
  static void create_route(RouteRow row, int misalignment) {
    change_route(CreateIpForwardEntry2, of_create, form_of_route, row, misalignment);
  }
  static void set_route(RouteRow row, int misalignment) {
    change_route(SetIpForwardEntry2, of_set, null, row, misalignment);
  }
  static void delete_route(RouteRow row, int misalignment) {
    change_route(DeleteIpForwardEntry2, of_get, null, row, misalignment);
  }
  static bool is_protocol(uint value) {
    return (value >= 1 && value <= 19) || value == 10002 || value == 10006 || value == 10007;
  }
  static bool is_initialized(RouteRow row) {
    RouteRow rest = new RouteRow();
    row.bytes.CopyTo(rest.bytes, 0);
    if (!same("ValidLifetime", infinite, row.ValidLifetime) ||
        !same("PreferredLifetime", infinite, row.PreferredLifetime)) return false;
    if (row.Loopback == 0 || row.AutoconfigureAddress == 0 || row.Publish == 0 || row.Immortal == 0) {
      return differs("the four flags", "TRUE", "FALSE");
    }
    if (row.SitePrefixLength <= 128 || row.Metric < 0x80000000 || is_protocol(row.Protocol)) {
      return differs("SitePrefixLength, Metric and Protocol", "illegal values", "a legal one");
    }
    for (int i = 0; i < 104; ++i) {
      bool looked_at = (i > 40 && i < 44) || (i >= 72 && i < 96);
      if (!looked_at && rest.bytes[i] != 0) return differs("other members", "zero", "not all zero");
    }
    return true;
  }
  static void initialize_route(RouteRow row, int misalignment) {
    if (verdict != conforms) return;
    IntPtr passed = lend(row == null ? null : row.bytes, misalignment);
    InitializeIpForwardEntry(passed);
    seen_route = new RouteRow();
    if (row != null) read(passed, seen_route);
    take_back();
    judge(success, null, (alternative, learn) => is_initialized(seen_route));
  }
  // A lookup with host bits or without a next hop may return these members as they were passed.
  static bool shows_looked_up_route(Alternative alternative, bool learn) {
    if (meaning_of(seen_number) != success) return true;
    if (alternative.routes.Count == 0) return false;
    ExpectedRoute wanted = alternative.routes[0];
    RouteRow row = new RouteRow();
    seen_route.bytes.CopyTo(row.bytes, 0);
    bool wanted_has_host_bits = !wanted.row.Destination.Masked(wanted.row.PrefixLength).Same(wanted.row.Destination);
    bool passed_has_host_bits = !passed_route.Destination.Masked(passed_route.PrefixLength).Same(passed_route.Destination);
    if (passed_has_host_bits && !wanted_has_host_bits) row.Destination = row.Destination.Masked(row.PrefixLength);
    if (passed_route.NextHop.Family == 0 && row.NextHop.Family == 0) row.NextHop = wanted.row.NextHop;
    return shows_route(wanted, row, learn);
  }
  static void get_route(RouteRow row, int misalignment) {
    if (verdict != conforms) return;
    IntPtr passed = lend(row == null ? null : row.bytes, misalignment);
    seen_number = GetIpForwardEntry2(passed);
    passed_route = row;
    seen_route = new RouteRow();
    if (row != null) read(passed, seen_route);
    take_back();
    judge(of_get, null, shows_looked_up_route);
  }
  const int nothing_special = 0, no_best_route = 1, no_best_source = 2;
  static void best_route(ulong? luid, uint index, Address source, Address destination, uint options, int without) {
    if (verdict != conforms) return;
    IntPtr link = lend(luid == null ? null : BitConverter.GetBytes(luid.Value), 0);
    IntPtr from = lend(source == null ? null : source.bytes, 0);
    IntPtr to = lend(destination == null ? null : destination.bytes, 0);
    IntPtr best = lend((without & no_best_route) != 0 ? null : new byte[104], 0);
    IntPtr best_source = lend((without & no_best_source) != 0 ? null : new byte[28], 0);
    seen_number = GetBestRoute2(link, index, from, to, options, best, best_source);
    seen_route = new RouteRow();
    if (best != IntPtr.Zero) read(best, seen_route);
    Address after = new Address();
    if (from != IntPtr.Zero) { read(from, after); seen_wrote |= !after.Same(source); }
    if (to != IntPtr.Zero) { read(to, after); seen_wrote |= !after.Same(destination); }
    take_back();
    judge(of_get_anycast, null, (alternative, learn) =>
        meaning_of(seen_number) != success ||
        (alternative.routes.Count != 0 && shows_route(alternative.routes[0], seen_route, learn)));
  }
  static void change_anycast(RowCall call, uint named, Memory form, AnycastRow row, int misalignment) {
    if (verdict != conforms) return;
    IntPtr passed = lend(row == null ? null : row.bytes, misalignment);
    seen_number = call(passed);
    if (row != null) {
      AnycastRow after = new AnycastRow();
      read(passed, after);
      seen_wrote = !after.Same(row);
    }
    take_back();
    judge(named, form, null);
  }
  static void create_anycast(AnycastRow row, int misalignment) {
    change_anycast(CreateAnycastIpAddressEntry, of_create, form_of_anycast, row, misalignment);
  }
  static void delete_anycast(AnycastRow row, int misalignment) {
    change_anycast(DeleteAnycastIpAddressEntry, of_get, null, row, misalignment);
  }
  static void get_anycast(AnycastRow row, int misalignment) {
    if (verdict != conforms) return;
    IntPtr passed = lend(row == null ? null : row.bytes, misalignment);
    seen_number = GetAnycastIpAddressEntry(passed);
    seen_anycast = new AnycastRow();
    if (row != null) read(passed, seen_anycast);
    take_back();
    judge(of_get_anycast, null, (alternative, learn) =>
        meaning_of(seen_number) != success ||
        (alternative.anycasts.Count != 0 && shows_anycast(alternative.anycasts[0], seen_anycast, learn)));
  }
  // MIB_IPINTERFACE_ROW: its key and Metric.
  static uint ask_link(uint family, ulong luid, uint index, uint metric_before, out Bytes row) {
    row = new Bytes(168);
    row.bytes[0] = (byte)family;
    row.bytes[1] = (byte)(family >> 8);
    BitConverter.GetBytes(luid).CopyTo(row.bytes, 8);
    row.Put(16, index);
    row.Put(148, metric_before);
    IntPtr passed = lend(family == 0xffff ? null : row.bytes, 0);
    uint status = GetIpInterfaceEntry(passed);
    if (passed != IntPtr.Zero) read(passed, row);
    take_back();
    return status;
  }
  static void get_link(uint family, ulong luid, uint index, uint metric_before, Link link) {
    if (verdict != conforms) return;
    Bytes row;
    seen_number = ask_link(family, luid, index, metric_before, out row);
    judge(of_get_link, null, (alternative, learn) =>
        meaning_of(seen_number) != success ||
        (link != null && same("InterfaceLuid", link.luid, row.Luid(8)) &&
         same("InterfaceIndex", link.index, row.Get(16)) &&
         same("Family", family, (uint)row.bytes[0] | (uint)row.bytes[1] << 8) &&
         same("Metric", metric_of_link(link.luid, family), row.Get(148))));
  }
