  // A value that the documents leave to the stack is known after the first read. It must not change.
  class Memory { public bool known; public uint value; }
  const uint site_prefix = 1, valid_lifetime = 2, preferred_lifetime = 4, metric = 8, protocol = 16;
  class ExpectedRoute {
    public RouteRow row;
    public uint left_to_the_stack;
    public bool next_hop_left_out, metric_was_read;
    public Memory origin;
    public ExpectedRoute(RouteRow r, uint left, int left_out, Memory o) {
      row = r; left_to_the_stack = left; next_hop_left_out = left_out != 0; origin = o;
    }
  }
  class ExpectedAnycast {
    public AnycastRow row;
    public Memory scope;
    public ExpectedAnycast(AnycastRow r, Memory s) { row = r; scope = s; }
  }
  class ExpectedCallback { public uint registration, type; public ExpectedRoute about; public bool promised; }
  // One result that the documents allow for a step, under some of the ways.
  class Alternative {
    public ulong ways;
    public uint statuses;
    public List<ExpectedRoute> routes = new List<ExpectedRoute>();
    public List<ExpectedAnycast> anycasts = new List<ExpectedAnycast>();
    public List<ExpectedCallback> callbacks = new List<ExpectedCallback>();
  }
  class Link {
    public ulong luid;
    public uint index, ipv4_metric, ipv6_metric;
    public byte ipv4, ipv6, routes, loopback;
    public Link(ulong l, uint i, byte v4, byte v6, byte r, byte loop, uint m4, uint m6) {
      luid = l; index = i; ipv4 = v4; ipv6 = v6; routes = r; loopback = loop; ipv4_metric = m4;
      ipv6_metric = m6;
    }
  }

  static int number = 0, verdict = conforms;
  static ulong ways_left = every_way;
  static List<Alternative> alternatives = new List<Alternative>();
  static string difference = "", unpromised = null;
  static uint seen_number;
  static bool seen_wrote;
  static RouteRow seen_route, passed_route;
  static AnycastRow seen_anycast;
  static List<RouteRow> seen_routes;
  static List<AnycastRow> seen_anycasts;
  static Memory metric_is_the_sum = new Memory(), form_of_route = new Memory(),
                form_of_anycast = new Memory();

  static void step(string words) {
    if (verdict != conforms) return;
    Console.WriteLine("step {0}: {1}", ++number, words);
    alternatives.Clear();
    unpromised = null;
    seen_number = 0;
    seen_wrote = false;
    seen_route = passed_route = null;
    seen_anycast = null;
    seen_routes = null;
    seen_anycasts = null;
    difference = "status";
  }
  static void allow(ulong ways, uint statuses) {
    alternatives.Add(new Alternative { ways = ways, statuses = statuses });
  }
  static Alternative last() { return alternatives[alternatives.Count - 1]; }
  static void with_route(ExpectedRoute route) { last().routes.Add(route); }
  static void with_anycast(ExpectedAnycast anycast) { last().anycasts.Add(anycast); }
  static void with_callback(uint registration, uint type, ExpectedRoute about, int promised) {
    last().callbacks.Add(new ExpectedCallback {
        registration = registration, type = type, about = about, promised = promised != 0 });
  }
  static void nothing_is_promised(string why) { unpromised = why; }

  static bool differs(string member, object allowed, object observed) {
    difference = member + ": allowed " + allowed + ", observed " + observed;
    return false;
  }
  static bool same(string member, ulong allowed, ulong observed) {
    return allowed == observed || differs(member, allowed, observed);
  }
  static bool remembered(string member, Memory memory, uint seen, bool learn) {
    if (memory.known) return same(member, memory.value, seen);
    if (learn) { memory.known = true; memory.value = seen; }
    return true;
  }
  static uint metric_of_link(ulong luid, uint family) {
    foreach (Link link in links) {
      if (link.luid == luid) return family == family_ipv4 ? link.ipv4_metric : link.ipv6_metric;
    }
    return 0;
  }
  // A lifetime may have decreased by the time that has passed. No script takes an hour.
  static bool same_lifetime(string member, uint allowed, uint seen) {
    if (allowed != infinite && seen <= allowed && allowed - seen < 3600) return true;
    return same(member, allowed, seen);
  }
  // The pages do not say whether Metric is read back as the offset or as the sum with the link's metric.
  static bool same_metric(ExpectedRoute wanted, uint seen, bool learn) {
    uint offset = wanted.row.Metric;
    if (wanted.metric_was_read) return same("Metric", offset, seen);
    uint of_link = metric_of_link(wanted.row.InterfaceLuid, wanted.row.Destination.Family);
    uint sum = unchecked(offset + of_link);
    if (of_link == 0 && seen == offset) return true;
    if (seen == offset) return remembered("Metric is the sum", metric_is_the_sum, 0, learn);
    if (seen == sum || (sum < offset && (seen == infinite || (offset == infinite && seen == of_link))))
      return remembered("Metric is the sum", metric_is_the_sum, 1, learn);
    return same("Metric", offset, seen);
  }
  static bool same_key(ExpectedRoute wanted, RouteRow seen) {
    RouteRow row = wanted.row;
    bool left_out = wanted.next_hop_left_out && seen.NextHop.Family == family_unspecified;
    return (row.InterfaceLuid == seen.InterfaceLuid || row.InterfaceIndex == seen.InterfaceIndex) &&
           row.Destination.SameIp(seen.Destination) && row.Destination.StraysIn(seen.Destination) &&
           row.PrefixLength == seen.PrefixLength &&
           (left_out || (row.NextHop.SameIp(seen.NextHop) && row.NextHop.StraysIn(seen.NextHop)));
  }
  // The four flags are not compared, because the stack may adjust them.
  static bool shows_route(ExpectedRoute wanted, RouteRow seen, bool learn) {
    uint open = wanted.left_to_the_stack;
    RouteRow row = wanted.row;
    if (!same_key(wanted, seen)) return differs("route", row, seen);
    if (!same("InterfaceLuid", row.InterfaceLuid, seen.InterfaceLuid) ||
        !same("InterfaceIndex", row.InterfaceIndex, seen.InterfaceIndex) ||
        !((open & site_prefix) != 0 || same("SitePrefixLength", row.SitePrefixLength, seen.SitePrefixLength)) ||
        !((open & valid_lifetime) != 0 || same_lifetime("ValidLifetime", row.ValidLifetime, seen.ValidLifetime)) ||
        !((open & preferred_lifetime) != 0 ||
          same_lifetime("PreferredLifetime", row.PreferredLifetime, seen.PreferredLifetime)) ||
        !((open & metric) != 0 || same_metric(wanted, seen.Metric, learn)) ||
        !((open & protocol) != 0 || same("Protocol", row.Protocol, seen.Protocol))) {
      return false;
    }
    if (seen.Age > 3600) return differs("Age", "at most an hour", seen.Age);
    if (seen.Origin > 4) return differs("Origin", "at most 4", seen.Origin);
    if (!remembered("Origin", wanted.origin, seen.Origin, learn)) return false;
    if (!learn) return true;
    if ((open & site_prefix) != 0) row.SitePrefixLength = seen.SitePrefixLength;
    if ((open & valid_lifetime) != 0) row.ValidLifetime = seen.ValidLifetime;
    if ((open & preferred_lifetime) != 0) row.PreferredLifetime = seen.PreferredLifetime;
    if ((open & metric) != 0) { row.Metric = seen.Metric; wanted.metric_was_read = true; }
    if ((open & protocol) != 0) row.Protocol = seen.Protocol;
    wanted.left_to_the_stack = 0;
    return true;
  }
  static bool names_anycast(ExpectedAnycast wanted, AnycastRow seen) {
    return (wanted.row.InterfaceLuid == seen.InterfaceLuid ||
            wanted.row.InterfaceIndex == seen.InterfaceIndex) &&
           wanted.row.Address.SameIp(seen.Address) && wanted.row.Address.StraysIn(seen.Address);
  }
  static bool shows_anycast(ExpectedAnycast wanted, AnycastRow seen, bool learn) {
    if (!names_anycast(wanted, seen)) return differs("Address", wanted.row.Address, seen.Address);
    return same("InterfaceLuid", wanted.row.InterfaceLuid, seen.InterfaceLuid) &&
           same("InterfaceIndex", wanted.row.InterfaceIndex, seen.InterfaceIndex) &&
           remembered("ScopeId", wanted.scope, seen.ScopeId, learn);
  }

  static string in_words(uint statuses) {
    List<string> words = new List<string>();
    for (int i = 0; i < 10; ++i) if ((statuses >> i & 1) != 0) words.Add(status_names[i]);
    return string.Join(" or ", words.ToArray());
  }
  static void end_with(int result, string what) {
    if (verdict != conforms) return;
    verdict = result;
    Console.WriteLine("  {0} {1}", result == deviates ? "DEVIATES " : "UNDECIDED", what);
  }
  // The number of a duplicate is the Win32 code, as documented, or an NTSTATUS, but always the same.
  static bool same_form(Memory form, bool learn) {
    if (form == null || meaning_of(seen_number) != object_already_exists) return true;
    return remembered("the number of a duplicate is an NTSTATUS", form, seen_number >= 0x80000000 ? 1u : 0u,
                      learn);
  }
  delegate bool Fits(Alternative alternative, bool learn);
  // Compares the answer with the alternatives. `named` are the statuses that the page names.
  static void judge(uint named, Memory form, Fits fits) {
    uint status = meaning_of(seen_number), allowed = 0;
    ulong left = 0;
    foreach (Alternative each in alternatives) {
      if ((each.ways & ways_left) == 0) continue;
      allowed |= each.statuses;
      if (seen_wrote || (each.statuses & status) == 0 || !same_form(form, false)) continue;
      if (fits != null && (!fits(each, false) || !fits(each, true))) continue;
      same_form(form, true);
      left |= each.ways;
    }
    Console.WriteLine("  allowed   {0}", in_words(allowed));
    Console.WriteLine("  observed  {0} ({1})", in_words(status),
                      seen_number > 9 ? "0x" + seen_number.ToString("X") : seen_number.ToString());
    if ((left & ways_left) != 0) ways_left &= left;
    else if (unpromised != null) end_with(undecided, unpromised);
    else if ((allowed & success) != 0 && (named & status) == 0) {
      end_with(undecided, "a status of the page's line \"Other\"");
    } else if (seen_wrote) end_with(deviates, "the call wrote to memory that it must not change");
    else if ((allowed & status) != 0) end_with(deviates, difference);
    else end_with(deviates, "this status is not allowed");
  }
