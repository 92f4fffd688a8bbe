#include "conformance/implementations/windows/found_link.h"

#include <string.h>

/* A family of addresses, and where the IP address is in its structure. */
struct layout {
  uint8_t family;
  uint8_t offset;
  uint8_t size;
};
static const struct layout layouts[] = {{2, 4, 4}, {23, 8, 16}};

static const struct layout* layout_of(const uint8_t* address, uint32_t size) {
  for (int number = 0; number < 2; ++number) {
    const struct layout* layout = &layouts[number];
    const uint8_t family[] = {layout->family, 0};
    if (size < (uint32_t)layout->offset + layout->size) continue;
    if (memcmp(address, family, sizeof family) == 0) return layout;
  }
  return NULL;
}

static int is_unicast(const uint8_t* ip, const struct layout* layout) {
  static const uint8_t zeros[16];
  static const uint8_t mapped[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (layout->size == 4) return ip[0] != 0 && ip[0] < 224;
  return ip[0] != 0xff && memcmp(ip, zeros, 16) != 0 && memcmp(ip, mapped, sizeof mapped) != 0;
}

static int is_link_local(const struct found_address* found) {
  const uint8_t* at = found->address;
  if (at[0] == 2) return at[4] == 169 && at[5] == 254;
  return at[8] == 0xfe && (at[9] & 0xc0) == 0x80;
}

void add_address(struct found_link* link, const void* address, uint32_t size, uint8_t length) {
  const struct layout* layout = layout_of(address, size);
  if (layout == NULL) return;
  const uint8_t* ip = (const uint8_t*)address + layout->offset;
  const uint8_t bits = (uint8_t)(8 * layout->size);
  if (!is_unicast(ip, layout)) return;
  struct found_address found = {{layout->family}, length > bits ? bits : length};
  memcpy(found.address + layout->offset, ip, layout->size);
  uint32_t at = link->address_count;
  while (at > 0 && is_link_local(&link->addresses[at - 1]) && !is_link_local(&found)) --at;
  if (at == most_link_addresses) return;
  if (link->address_count < most_link_addresses) ++link->address_count;
  memmove(&link->addresses[at + 1], &link->addresses[at],
          (link->address_count - at - 1) * sizeof *link->addresses);
  link->addresses[at] = found;
}

void add_stack(struct found_link* link, int stacks, uint8_t connected, uint8_t ignores_default_routes,
               uint32_t path_mtu_timeout_ms) {
  const uint8_t is_connected = connected != 0;
  const uint8_t ignores = ignores_default_routes != 0;
  if (stacks != 0 &&
      (link->stacks_connected != is_connected || link->ignores_default_routes != ignores)) {
    link->stacks_differ = 1;
  }
  link->stacks_connected |= is_connected;
  link->ignores_default_routes |= ignores;
  if (is_connected) link->disconnected = 0;
  const int same = stacks == 0 || link->path_mtu_timeout_ms == path_mtu_timeout_ms;
  link->path_mtu_timeout_ms = same ? path_mtu_timeout_ms : 0;
}
