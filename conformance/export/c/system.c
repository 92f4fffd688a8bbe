#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Wunused-function"         /* no script uses all of this */
#pragma GCC diagnostic ignored "-Wunused-but-set-variable" /* a route of a way that was merged */
#endif

/* ------------------------------------------------------------------------------------------------
 * Machinery: compares the answers with what the documents allow. The script itself is at the end.
 * ------------------------------------------------------------------------------------------------ */

/* The meanings of status numbers, as bits of a set. */
enum {
  success = 1 << 0,
  invalid_parameter = 1 << 1,
  not_found = 1 << 2,
  not_supported = 1 << 3,
  object_already_exists = 1 << 4,
  file_not_found = 1 << 5,
  invalid_handle = 1 << 6,
  not_enough_memory = 1 << 7,
  access_denied = 1 << 8,
  network_unreachable = 1 << 9,
  other = 1 << 10
};

enum { family_unspecified = 0, family_ipv4 = 2, family_ipv6 = 23 };

enum { conforms = 0, deviates = 1, undecided = 2 };

static const unsigned infinite = 0xffffffff;

static const unsigned long long every_way = ~0ull;

static const char* const status_names[] = {
    "success",        "invalid_parameter", "not_found",         "not_supported", "object_already_exists",
    "file_not_found", "invalid_handle",    "not_enough_memory", "access_denied", "network_unreachable",
    "other"};

/* NTSTATUS, Win32 codes, HRESULTs that contain these, and negative errno values. */
static unsigned meaning_of(unsigned number) {
  if (number >> 16 == 0x8007 && number != 0x80070000) number &= 0xffff;
  switch (number) {
    case 0:
      return success;
    case 87:
    case 0xC000000D:
    case 0u - 22:
      return invalid_parameter;
    case 1168:
    case 0xC0000225:
    case 0u - 3:
    case 0u - 19:
      return not_found;
    case 50:
    case 0xC00000BB:
    case 0u - 95:
    case 0u - 97:
      return not_supported;
    case 5010:
    case 0xC000022A:
    case 0xC000022B:
    case 0u - 17:
      return object_already_exists;
    case 2:
    case 0xC0000034:
    case 0u - 2:
      return file_not_found;
    case 6:
    case 0xC0000008:
    case 0u - 9:
      return invalid_handle;
    case 8:
    case 0xC0000017:
    case 0xC000009A:
    case 0u - 12:
    case 0u - 105:
      return not_enough_memory;
    case 5:
    case 0xC0000022:
    case 0u - 1:
    case 0u - 13:
      return access_denied;
    case 1231:
    case 0xC000023C:
    case 0u - 101:
      return network_unreachable;
    default:
      return other;
  }
}

/* The machine of the script, in the layout of netioconf_host. */
struct asked_link {
  unsigned long long luid;
  unsigned index;
  unsigned char has_ipv4, has_ipv6, routes, loopback;
  unsigned ipv4_metric, ipv6_metric;
};

struct asked_host {
  unsigned size;
  unsigned char has_ipv4, has_ipv6;
  unsigned short link_count;
  struct asked_link links[16];
};
