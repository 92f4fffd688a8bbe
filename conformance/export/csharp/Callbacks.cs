  class Registration { public IntPtr handle; public bool open, unpromised; }
  class Arrival { public uint registration, type; public RouteRow row; }
  static List<Registration> registrations = new List<Registration>();
  static List<Arrival> arrivals = new List<Arrival>();
  static OnChange on_change = delegate(IntPtr context, IntPtr row, uint type) {
    Arrival arrival = new Arrival { registration = (uint)context.ToInt64() - 1, type = type };
    if (row != IntPtr.Zero) {
      arrival.row = new RouteRow();
      Marshal.Copy(row, arrival.row.bytes, 0, 104);
      if (is_of_before(arrival.row)) return;
    }
    lock (arrivals) arrivals.Add(arrival);
  };
  const int with_initial = 1, null_callback = 2, null_handle = 4;
  static void notify_route_change(uint family, int how) {
    if (verdict != conforms) return;
    Registration next = new Registration { unpromised = (how & (null_callback | null_handle)) != 0 };
    registrations.Add(next);
    IntPtr passed = lend((how & null_handle) != 0 ? null : new byte[IntPtr.Size], 0);
    seen_number = NotifyRouteChange2((ushort)family, (how & null_callback) != 0 ? null : on_change,
                                     new IntPtr(registrations.Count), (byte)(how & with_initial), passed);
    if (passed != IntPtr.Zero) next.handle = Marshal.ReadIntPtr(passed);
    next.open = meaning_of(seen_number) == success && passed != IntPtr.Zero;
    take_back();
    judge(of_notify, null, null);
  }
  static void cancel_notification(int which) {
    if (verdict != conforms || which >= registrations.Count || !registrations[which].open) return;
    seen_number = CancelMibChangeNotify2(registrations[which].handle);
    registrations[which].open = meaning_of(seen_number) != success;
    judge(of_notify, null, null);
  }
  static bool names_link_of(RouteRow about, RouteRow row) {
    bool index_fits = row.InterfaceIndex == about.InterfaceIndex;
    if (row.InterfaceLuid == 0) return index_fits;
    return row.InterfaceLuid == about.InterfaceLuid && (row.InterfaceIndex == 0 || index_fits);
  }
  // Only the key of the route is required in a callback.
  static bool is_about(ExpectedCallback wanted, Arrival arrival) {
    if (wanted.registration != arrival.registration || wanted.type != arrival.type) return false;
    if (wanted.about == null || arrival.row == null) return wanted.about == null && arrival.row == null;
    RouteRow about = wanted.about.row, row = arrival.row;
    uint length = about.PrefixLength;
    if (row.PrefixLength != length || !names_link_of(about, row)) return false;
    if (!about.Destination.Masked(length).SameIp(row.Destination.Masked(length))) return false;
    if (row.NextHop.Family == family_unspecified) return about.NextHop.IsZero();
    return about.NextHop.SameIp(row.NextHop);
  }
  static bool explains(List<ExpectedCallback> missing, Arrival arrival) {
    ExpectedCallback found = missing.Find(each => each.promised && is_about(each, arrival));
    if (found == null) found = missing.Find(each => is_about(each, arrival));
    if (found != null) { missing.Remove(found); return true; }
    if (arrival.registration < registrations.Count && registrations[(int)arrival.registration].unpromised) return true;
    return differs("callback", "none", "type " + arrival.type + " for registration " + (int)arrival.registration);
  }
  static bool shows_callbacks(Alternative alternative, bool learn) {
    List<ExpectedCallback> missing = new List<ExpectedCallback>(alternative.callbacks);
    foreach (Arrival arrival in arrivals) if (!explains(missing, arrival)) return false;
    ExpectedCallback first = missing.Find(each => each.promised);
    return first == null ||
           differs("callback", "type " + first.type + " for registration " + first.registration, "none");
  }
  static int arrived() { lock (arrivals) return arrivals.Count; }
  // Waits for `at_least` callbacks, and a little longer for unexpected ones.
  static void collect_notifications(int at_least) {
    if (verdict != conforms) return;
    for (int waited_ms = 0; arrived() < at_least && waited_ms < 1000; ++waited_ms) System.Threading.Thread.Sleep(1);
    System.Threading.Thread.Sleep(20);
    lock (arrivals) {
      judge(success, null, shows_callbacks);
      arrivals.Clear();
    }
  }
