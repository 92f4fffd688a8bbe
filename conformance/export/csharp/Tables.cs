  // The entries that were in the tables before. They stay on a machine that cannot be emptied.
  static List<RouteRow> routes_before = new List<RouteRow>();
  static List<AnycastRow> anycasts_before = new List<AnycastRow>();
  static bool is_of_before(RouteRow row) {
    foreach (RouteRow before in routes_before) {
      if (before.InterfaceLuid == row.InterfaceLuid && before.PrefixLength == row.PrefixLength &&
          before.Destination.SameIp(row.Destination) && before.NextHop.SameIp(row.NextHop)) return true;
    }
    return false;
  }
  static bool is_of_before(AnycastRow row) {
    foreach (AnycastRow before in anycasts_before) {
      if (before.InterfaceLuid == row.InterfaceLuid && before.Address.SameIp(row.Address)) return true;
    }
    return false;
  }
  static List<Row> rows_of<Row>(IntPtr table) where Row : Bytes, new() {
    List<Row> rows = new List<Row>();
    int count = table == IntPtr.Zero ? 0 : Marshal.ReadInt32(table);
    for (int i = 0; i < count; ++i) {
      Row row = new Row();
      Marshal.Copy(new IntPtr(table.ToInt64() + 8 + i * row.bytes.Length), row.bytes, 0, row.bytes.Length);
      rows.Add(row);
    }
    return rows;
  }
  static bool finds_route(List<ExpectedRoute> missing, RouteRow row, bool learn) {
    foreach (ExpectedRoute each in missing) {
      if (!same_key(each, row)) continue;
      if (!shows_route(each, row, learn)) return false;
      missing.Remove(each);
      return true;
    }
    return differs(row.ToString(), "absent", "present");
  }
  static bool shows_routes(Alternative alternative, bool learn) {
    if (meaning_of(seen_number) != success) return true;
    if (seen_routes == null) return differs("the table", "a table", "NULL");
    List<ExpectedRoute> missing = new List<ExpectedRoute>(alternative.routes);
    foreach (RouteRow row in seen_routes) {
      if (!is_of_before(row) && !finds_route(missing, row, learn)) return false;
    }
    return missing.Count == 0 || differs(missing[0].row.ToString(), "present", "missing");
  }
  static bool finds_anycast(List<ExpectedAnycast> missing, AnycastRow row, bool learn) {
    foreach (ExpectedAnycast each in missing) {
      if (!names_anycast(each, row)) continue;
      if (!shows_anycast(each, row, learn)) return false;
      missing.Remove(each);
      return true;
    }
    return differs(row.Address.ToString(), "absent", "present");
  }
  static bool shows_anycasts(Alternative alternative, bool learn) {
    if (meaning_of(seen_number) != success) return true;
    if (seen_anycasts == null) return differs("the table", "a table", "NULL");
    List<ExpectedAnycast> missing = new List<ExpectedAnycast>(alternative.anycasts);
    foreach (AnycastRow row in seen_anycasts) {
      if (!is_of_before(row) && !finds_anycast(missing, row, learn)) return false;
    }
    return missing.Count == 0 || differs(missing[0].row.Address.ToString(), "present", "missing");
  }
  class Kept { public IntPtr table; public byte[] copy; }
  static List<Kept> kept = new List<Kept>();
  const int keep_table = 1, null_table = 2;
  static byte[] copy_of(IntPtr table, int row_size) {
    if (table == IntPtr.Zero) return new byte[0];
    byte[] copy = new byte[8 + Marshal.ReadInt32(table) * row_size];
    Marshal.Copy(table, copy, 0, copy.Length);
    return copy;
  }
  delegate uint TableCall(ushort family, IntPtr table);
  static IntPtr obtain(TableCall call, uint family, int how) {
    IntPtr passed = lend((how & null_table) != 0 ? null : new byte[IntPtr.Size], 0);
    seen_number = call((ushort)family, passed);
    IntPtr table = IntPtr.Zero;
    if (passed != IntPtr.Zero && meaning_of(seen_number) == success) table = Marshal.ReadIntPtr(passed);
    take_back();
    return table;
  }
  static void keep_or_free(IntPtr table, int row_size, int how) {
    if ((how & keep_table) != 0) kept.Add(new Kept { table = table, copy = copy_of(table, row_size) });
    else if (table != IntPtr.Zero) FreeMibTable(table);
  }
  // A table without entries of the script may be returned if it contains entries from before.
  static void allow_others() {
    if (routes_before.Count + anycasts_before.Count == 0) return;
    foreach (Alternative each in alternatives) {
      if (each.routes.Count + each.anycasts.Count == 0 && (each.statuses & not_found) != 0) each.statuses |= success;
    }
  }
  static void route_table(uint family, int how) {
    if (verdict != conforms) return;
    IntPtr table = obtain(GetIpForwardTable2, family, how);
    if (table != IntPtr.Zero) seen_routes = rows_of<RouteRow>(table);
    allow_others();
    judge(of_get, null, shows_routes);
    keep_or_free(table, 104, how);
  }
  static void anycast_table(uint family, int how) {
    if (verdict != conforms) return;
    IntPtr table = obtain(GetAnycastIpAddressTable, family, how);
    if (table != IntPtr.Zero) seen_anycasts = rows_of<AnycastRow>(table);
    allow_others();
    judge(of_get, null, shows_anycasts);
    keep_or_free(table, 48, how);
  }
  static void free_table(int which) {
    if (verdict != conforms || which >= kept.Count || kept[which].table == IntPtr.Zero) return;
    FreeMibTable(kept[which].table);
    kept[which].table = IntPtr.Zero;
    Console.WriteLine("  freed");
  }
  static void reread_table(int which) {
    if (verdict != conforms || which >= kept.Count || kept[which].table == IntPtr.Zero) return;
    byte[] now = new byte[kept[which].copy.Length];
    Marshal.Copy(kept[which].table, now, 0, now.Length);
    for (int i = 0; i < now.Length; ++i) {
      if (now[i] != kept[which].copy[i]) {
        end_with(deviates, "a table that was not freed has changed");
        return;
      }
    }
    Console.WriteLine("  unchanged");
  }
