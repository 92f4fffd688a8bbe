static char difference[512]; /* the first difference from the expected values */

static int differs(const char* member, const char* allowed, const char* observed) {
  snprintf(difference, sizeof difference, "%s: allowed %s, observed %s", member, allowed, observed);
  return 0;
}

static int same(const char* member, unsigned long long allowed, unsigned long long observed) {
  char one[24], two[24];
  if (allowed == observed) return 1;
  snprintf(one, sizeof one, "%llu", allowed);
  snprintf(two, sizeof two, "%llu", observed);
  return differs(member, one, two);
}

static int remembered(const char* member, struct memory* memory, unsigned seen, int learn) {
  if (memory->known) return same(member, memory->value, seen);
  if (learn) {
    memory->known = 1;
    memory->value = seen;
  }
  return 1;
}

/* A lifetime may have decreased by the time that has passed. No script takes an hour. */
static int same_lifetime(const char* member, unsigned allowed, unsigned seen) {
  const int finite = allowed != infinite && seen <= allowed;
  return (finite && allowed - seen < 3600) || same(member, allowed, seen);
}

/* The pages do not say whether Metric is read back as the offset or as the sum with the link's metric.
 * It must always be the same one. */
static struct memory metric_is_the_sum;

static int same_metric(const struct expected_route* wanted, unsigned seen, int learn) {
  const unsigned offset = wanted->row.Metric;
  const unsigned of_link =
      metric_of_link(wanted->row.InterfaceLuid.Value, family_of(&wanted->row.DestinationPrefix.Prefix));
  const unsigned sum = offset + of_link;
  if (wanted->metric_was_read) return same("Metric", offset, seen);
  if (of_link == 0 && seen == offset) return 1;
  if (seen == offset) {
    return remembered("Metric is the sum", &metric_is_the_sum, 0, learn) || same("Metric", sum, seen);
  }
  if (seen == sum || (sum < offset && (seen == infinite || (offset == infinite && seen == of_link)))) {
    return remembered("Metric is the sum", &metric_is_the_sum, 1, learn) || same("Metric", offset, seen);
  }
  return same("Metric", offset, seen);
}

static int same_next_hop(const struct expected_route* wanted, const MIB_IPFORWARD_ROW2* seen) {
  if (wanted->next_hop_left_out && family_of(&seen->NextHop) == family_unspecified) return 1;
  return same_ip(&wanted->row.NextHop, &seen->NextHop) &&
         same_strays(&wanted->row.NextHop, &seen->NextHop);
}

static int same_key(const struct expected_route* wanted, const MIB_IPFORWARD_ROW2* seen) {
  const IP_ADDRESS_PREFIX* prefix = &wanted->row.DestinationPrefix;
  return (wanted->row.InterfaceLuid.Value == seen->InterfaceLuid.Value ||
          wanted->row.InterfaceIndex == seen->InterfaceIndex) &&
         same_ip(&prefix->Prefix, &seen->DestinationPrefix.Prefix) &&
         same_strays(&prefix->Prefix, &seen->DestinationPrefix.Prefix) &&
         prefix->PrefixLength == seen->DestinationPrefix.PrefixLength && same_next_hop(wanted, seen);
}

static void learn_members(struct expected_route* wanted, const MIB_IPFORWARD_ROW2* seen) {
  if (wanted->left_to_the_stack & site_prefix) wanted->row.SitePrefixLength = seen->SitePrefixLength;
  if (wanted->left_to_the_stack & valid_lifetime) wanted->row.ValidLifetime = seen->ValidLifetime;
  if (wanted->left_to_the_stack & preferred_lifetime) {
    wanted->row.PreferredLifetime = seen->PreferredLifetime;
  }
  if (wanted->left_to_the_stack & metric) {
    wanted->row.Metric = seen->Metric;
    wanted->metric_was_read = 1;
  }
  if (wanted->left_to_the_stack & protocol) put(&wanted->row, protocol_at, get(seen, protocol_at));
  wanted->left_to_the_stack = 0;
}

/* Whether a row shows the route. The four flags are not compared, because the stack may adjust them. */
static int shows_route(struct expected_route* wanted, const MIB_IPFORWARD_ROW2* seen, int learn) {
  const unsigned open = wanted->left_to_the_stack;
  const MIB_IPFORWARD_ROW2* row = &wanted->row;
  if (!same_key(wanted, seen)) {
    char one[160], two[160];
    return differs("route", words_for_route(row, one, sizeof one),
                   words_for_route(seen, two, sizeof two));
  }
  if (!same("InterfaceLuid", row->InterfaceLuid.Value, seen->InterfaceLuid.Value) ||
      !same("InterfaceIndex", row->InterfaceIndex, seen->InterfaceIndex) ||
      !((open & site_prefix) ||
        same("SitePrefixLength", row->SitePrefixLength, seen->SitePrefixLength)) ||
      !((open & valid_lifetime) ||
        same_lifetime("ValidLifetime", row->ValidLifetime, seen->ValidLifetime)) ||
      !((open & preferred_lifetime) ||
        same_lifetime("PreferredLifetime", row->PreferredLifetime, seen->PreferredLifetime)) ||
      !((open & metric) || same_metric(wanted, seen->Metric, learn)) ||
      !((open & protocol) || same("Protocol", get(row, protocol_at), get(seen, protocol_at)))) {
    return 0;
  }
  if (seen->Age > 3600) return same("Age (at most an hour)", 0, seen->Age);
  if (get(seen, origin_at) > 4) return same("Origin (at most 4)", 0, get(seen, origin_at));
  if (!remembered("Origin", wanted->origin, get(seen, origin_at), learn)) return 0;
  if (learn) learn_members(wanted, seen);
  return 1;
}

static int names_anycast(const struct expected_anycast* wanted, const MIB_ANYCASTIPADDRESS_ROW* seen) {
  return (wanted->row.InterfaceLuid.Value == seen->InterfaceLuid.Value ||
          wanted->row.InterfaceIndex == seen->InterfaceIndex) &&
         same_ip(&wanted->row.Address, &seen->Address) &&
         same_strays(&wanted->row.Address, &seen->Address);
}

static int shows_anycast(struct expected_anycast* wanted, const MIB_ANYCASTIPADDRESS_ROW* seen,
                         int learn) {
  char one[48], two[48];
  if (!names_anycast(wanted, seen)) {
    return differs("Address", words_for_address(&wanted->row.Address, one, sizeof one),
                   words_for_address(&seen->Address, two, sizeof two));
  }
  return same("InterfaceLuid", wanted->row.InterfaceLuid.Value, seen->InterfaceLuid.Value) &&
         same("InterfaceIndex", wanted->row.InterfaceIndex, seen->InterfaceIndex) &&
         remembered("ScopeId", wanted->scope, seen->ScopeId.Value, learn);
}

/* NL_ROUTE_PROTOCOL */
static int is_protocol(unsigned value) {
  return (value >= 1 && value <= 19) || value == 10002 || value == 10006 || value == 10007;
}

/* InitializeIpForwardEntry, Remarks. */
static int is_initialized(const MIB_IPFORWARD_ROW2* row) {
  MIB_IPFORWARD_ROW2 rest = *row;
  const MIB_IPFORWARD_ROW2 nothing = route(0, 0, no_address(), 0, no_address());
  if (!same("ValidLifetime", infinite, row->ValidLifetime) ||
      !same("PreferredLifetime", infinite, row->PreferredLifetime) ||
      !same("the four flags", 4,
            (unsigned)(row->Loopback != 0) + (row->AutoconfigureAddress != 0) + (row->Publish != 0) +
                (row->Immortal != 0))) {
    return 0;
  }
  if (row->SitePrefixLength <= 128 || row->Metric < 0x80000000 || is_protocol(get(row, protocol_at))) {
    return differs("SitePrefixLength, Metric and Protocol", "illegal values", "a legal one");
  }
  rest.SitePrefixLength = 0;
  rest.Metric = 0;
  put(&rest, protocol_at, 3);
  memset((char*)&rest + 92, 0, 4);
  memcpy((char*)&rest + 41, (const char*)&nothing + 41, 3); /* padding */
  memcpy((char*)&rest + 73, (const char*)&nothing + 73, 3);
  return memcmp(&rest, &nothing, sizeof rest) == 0 || differs("other members", "zero", "not all zero");
}
