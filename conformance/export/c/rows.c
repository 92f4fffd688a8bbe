static SOCKADDR_INET raw(unsigned family, const char* bytes) {
  SOCKADDR_INET address;
  memset(&address, 0, sizeof address);
  address.si_family = (ADDRESS_FAMILY)family;
  memcpy((char*)&address + 2, bytes, 26);
  return address;
}

static SOCKADDR_INET no_address(void) {
  SOCKADDR_INET address;
  memset(&address, 0, sizeof address);
  return address;
}

static SOCKADDR_INET ipv4(unsigned a, unsigned b, unsigned c, unsigned d) {
  const unsigned char bytes[4] = {(unsigned char)a, (unsigned char)b, (unsigned char)c,
                                  (unsigned char)d};
  SOCKADDR_INET address = no_address();
  address.si_family = family_ipv4;
  memcpy((char*)&address + 4, bytes, 4);
  return address;
}

/* An address from its first and last eight bytes in network byte order. */
static SOCKADDR_INET ipv6(unsigned long long high, unsigned long long low) {
  SOCKADDR_INET address = no_address();
  unsigned char* bytes = (unsigned char*)&address + 8;
  address.si_family = family_ipv6;
  for (int i = 0; i < 8; ++i) {
    bytes[i] = (unsigned char)(high >> (56 - 8 * i));
    bytes[8 + i] = (unsigned char)(low >> (56 - 8 * i));
  }
  return address;
}

/* A row with infinite lifetimes and the protocol of a static route. */
static MIB_IPFORWARD_ROW2 route(unsigned long long luid, unsigned index, SOCKADDR_INET destination,
                                unsigned length, SOCKADDR_INET next_hop) {
  MIB_IPFORWARD_ROW2 row;
  memset(&row, 0, sizeof row);
  row.InterfaceLuid.Value = luid;
  row.InterfaceIndex = index;
  row.DestinationPrefix.Prefix = destination;
  row.DestinationPrefix.PrefixLength = (UCHAR)length;
  row.NextHop = next_hop;
  row.ValidLifetime = infinite;
  row.PreferredLifetime = infinite;
  memcpy(&row.Protocol, "\3\0\0", 4);
  return row;
}

static MIB_ANYCASTIPADDRESS_ROW anycast(unsigned long long luid, unsigned index, SOCKADDR_INET address) {
  MIB_ANYCASTIPADDRESS_ROW row;
  memset(&row, 0, sizeof row);
  row.InterfaceLuid.Value = luid;
  row.InterfaceIndex = index;
  row.Address = address;
  return row;
}

/* Members that may hold any number, including numbers that are not in their enumeration. */
static void put(void* row, size_t offset, unsigned value) { memcpy((char*)row + offset, &value, 4); }

static unsigned get(const void* row, size_t offset) {
  unsigned value;
  memcpy(&value, (const char*)row + offset, 4);
  return value;
}

static const size_t protocol_at = 88, origin_at = 100;

static unsigned family_of(const SOCKADDR_INET* address) { return address->si_family; }

/* The offset and the size of the IP address. */
static size_t ip_at(unsigned family) { return family == family_ipv4 ? 4 : 8; }

static size_t ip_size(unsigned family) {
  return family == family_ipv4 ? 4 : family == family_ipv6 ? 16 : 0;
}

static SOCKADDR_INET masked(SOCKADDR_INET address, unsigned length) {
  const unsigned family = family_of(&address);
  unsigned char* ip = (unsigned char*)&address + ip_at(family);
  for (unsigned bit = length; bit < 8 * ip_size(family); ++bit) {
    ip[bit / 8] = (unsigned char)(ip[bit / 8] & ~(0x80u >> bit % 8));
  }
  return address;
}

/* Compares family and IP address only, or all bytes if it is not an IP address. */
static int same_ip(const SOCKADDR_INET* one, const SOCKADDR_INET* two) {
  const unsigned family = family_of(one);
  if (family != family_of(two)) return 0;
  if (ip_size(family) == 0) return memcmp(one, two, sizeof *one) == 0;
  return memcmp((const char*)one + ip_at(family), (const char*)two + ip_at(family), ip_size(family)) ==
         0;
}

/* The bytes outside of the IP address that are part of the entry's key must be present. */
static int same_strays(const SOCKADDR_INET* wanted, const SOCKADDR_INET* seen) {
  for (size_t i = 0; i < sizeof *wanted; ++i) {
    const char byte = ((const char*)wanted)[i];
    if (byte != 0 && byte != ((const char*)seen)[i]) return 0;
  }
  return 1;
}

static int is_zero_ip(const SOCKADDR_INET* address) {
  const SOCKADDR_INET zero = no_address();
  const size_t size = ip_size(family_of(address));
  return size != 0 && memcmp((const char*)address + ip_at(family_of(address)), &zero, size) == 0;
}

static const char* words_for_address(const SOCKADDR_INET* address, char* into, size_t size) {
  const unsigned char* ip = (const unsigned char*)address + ip_at(family_of(address));
  if (family_of(address) == family_ipv4) {
    snprintf(into, size, "%d.%d.%d.%d", ip[0], ip[1], ip[2], ip[3]);
  } else if (family_of(address) == family_ipv6) {
    size_t used = 0;
    for (int i = 0; i < 16 && used < size; i += 2) {
      used += (size_t)snprintf(into + used, size - used, i == 0 ? "%x" : ":%x", ip[i] << 8 | ip[i + 1]);
    }
  } else {
    snprintf(into, size, "family %u", family_of(address));
  }
  return into;
}

static const char* words_for_route(const MIB_IPFORWARD_ROW2* row, char* into, size_t size) {
  char destination[48], next_hop[48];
  snprintf(into, size, "%s/%d via %s on luid 0x%llx, index %lu",
           words_for_address(&row->DestinationPrefix.Prefix, destination, sizeof destination),
           row->DestinationPrefix.PrefixLength,
           words_for_address(&row->NextHop, next_hop, sizeof next_hop),
           (unsigned long long)row->InterfaceLuid.Value, (unsigned long)row->InterfaceIndex);
  return into;
}

/* A route that must exist. A value that the documents leave to the stack is known after the first read
 * and must not change later. */
enum {
  site_prefix = 1 << 0,
  valid_lifetime = 1 << 1,
  preferred_lifetime = 1 << 2,
  metric = 1 << 3,
  protocol = 1 << 4
};

struct memory {
  int known;
  unsigned value;
};

struct expected_route {
  MIB_IPFORWARD_ROW2 row;
  unsigned left_to_the_stack; /* members */
  int next_hop_left_out;
  struct memory* origin;
  int metric_was_read;
};

struct expected_anycast {
  MIB_ANYCASTIPADDRESS_ROW row;
  struct memory* scope;
};

static struct expected_route expect_route(MIB_IPFORWARD_ROW2 row, unsigned left_to_the_stack,
                                          int next_hop_left_out, struct memory* origin) {
  struct expected_route expected;
  memset(&expected, 0, sizeof expected);
  memset(origin, 0, sizeof *origin);
  expected.row = row;
  expected.left_to_the_stack = left_to_the_stack;
  expected.next_hop_left_out = next_hop_left_out;
  expected.origin = origin;
  return expected;
}

static struct expected_anycast expect_anycast(MIB_ANYCASTIPADDRESS_ROW row, struct memory* scope) {
  struct expected_anycast expected;
  memset(&expected, 0, sizeof expected);
  memset(scope, 0, sizeof *scope);
  expected.row = row;
  expected.scope = scope;
  return expected;
}
