#include "conformance/specimens/address.h"

#include <string.h>

#include "conformance/specimens/knobs.h"

static bool is_ipv4(ADDRESS_FAMILY family) {
  if (fault(family_low_byte)) return (family & 0xff) == NETIOCONF_AF_INET;
  if (fault(unknown_family_as_ipv4) && family != NETIOCONF_AF_INET6 && family != 0) return true;
  return family == NETIOCONF_AF_INET;
}

static bool is_ipv6(ADDRESS_FAMILY family) {
  if (fault(family_10_as_ipv6) && family == 10) return true;
  return family == NETIOCONF_AF_INET6;
}

bool is_ip(ADDRESS_FAMILY family) { return is_ipv4(family) || is_ipv6(family); }

unsigned bits_of(ADDRESS_FAMILY family) { return is_ipv4(family) ? 32 : 128; }

const uint8_t* bytes_of(const SOCKADDR_INET* address) {
  const size_t offset =
      is_ipv4(address->si_family) ? offsetof(SOCKADDR_IN, sin_addr) : offsetof(SOCKADDR_IN6, sin6_addr);
  return (const uint8_t*)address + offset;
}

static bool all_zero(const uint8_t* bytes, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (bytes[i] != 0) return false;
  }
  return true;
}

bool is_all_zero(const SOCKADDR_INET* address) {
  return all_zero(bytes_of(address), bits_of(address->si_family) / 8);
}

static enum address_class class_of_ipv4(const uint8_t* bytes) {
  if (bytes[0] == 0) return class_zero_net;
  if (bytes[0] == 127) return class_loopback;
  if (bytes[0] >= 224 && bytes[0] < 240) return class_multicast;
  if (bytes[0] < 240) return class_ordinary;
  const bool all_ones = bytes[0] == 255 && bytes[1] == 255 && bytes[2] == 255 && bytes[3] == 255;
  return all_ones ? class_broadcast : class_e;
}

static enum address_class class_of_ipv6(const uint8_t* bytes) {
  if (bytes[0] == 0xff) return class_multicast;
  if (all_zero(bytes, 15) && bytes[15] == 1) return class_loopback;
  if (all_zero(bytes, 10) && bytes[10] == 0xff && bytes[11] == 0xff) return class_mapped;
  return class_ordinary;
}

enum address_class class_of(const SOCKADDR_INET* address) {
  if (is_all_zero(address)) return class_unspecified;
  return is_ipv4(address->si_family) ? class_of_ipv4(bytes_of(address))
                                     : class_of_ipv6(bytes_of(address));
}

enum address_class class_of_prefix(const IP_ADDRESS_PREFIX* prefix) {
  const bool ipv4 = is_ipv4(prefix->Prefix.si_family);
  const unsigned length = prefix->PrefixLength;
  const enum address_class class = class_of(&prefix->Prefix);
  switch (class) {
    case class_unspecified:
      if (length >= bits_of(prefix->Prefix.si_family)) return class;
      return ipv4 && length >= 8 ? class_zero_net : class_ordinary;
    case class_multicast:
      return length >= (ipv4 ? 4u : 8u) ? class : class_ordinary;
    case class_loopback:
      return length >= (ipv4 ? 8u : 128u) ? class : class_ordinary;
    case class_broadcast:
      if (length >= 32) return class;
      return length >= 4 ? class_e : class_ordinary;
    case class_e:
      return length >= 4 ? class : class_ordinary;
    case class_mapped:
      return length >= 96 ? class : class_ordinary;
    case class_zero_net:
      return length >= 8 ? class : class_ordinary;
    case class_ordinary:
      break;
  }
  return class_ordinary;
}

SOCKADDR_INET all_zero_of(ADDRESS_FAMILY family) {
  SOCKADDR_INET address;
  memset(&address, 0, sizeof address);
  address.si_family = family;
  return address;
}

void mask_to(SOCKADDR_INET* address, unsigned length) {
  uint8_t* bytes = (uint8_t*)address + (bytes_of(address) - (const uint8_t*)address);
  const unsigned count = bits_of(address->si_family) / 8;
  for (unsigned i = 0; i < count; ++i) {
    const unsigned first_bit = 8 * i;
    if (first_bit >= length) {
      bytes[i] = 0;
    } else if (length - first_bit < 8) {
      bytes[i] &= (uint8_t)(0xff00u >> (length - first_bit));
    }
  }
}

bool has_host_bits(const IP_ADDRESS_PREFIX* prefix) {
  SOCKADDR_INET network = prefix->Prefix;
  mask_to(&network, prefix->PrefixLength);
  return memcmp(&network, &prefix->Prefix, sizeof network) != 0;
}

bool covers(const IP_ADDRESS_PREFIX* prefix, const SOCKADDR_INET* address) {
  if (prefix->Prefix.si_family != address->si_family) return false;
  SOCKADDR_INET network = prefix->Prefix;
  SOCKADDR_INET start = *address;
  const unsigned length = prefix->PrefixLength;
  const unsigned counted = fault(best_whole_octets) ? length / 8 * 8 : length;
  mask_to(&network, counted);
  mask_to(&start, counted);
  return memcmp(bytes_of(&network), bytes_of(&start), bits_of(address->si_family) / 8) == 0;
}

bool has_refused_stray(const SOCKADDR_INET* address) {
  const SOCKADDR_IN* ipv4 = &address->Ipv4;
  const SOCKADDR_IN6* ipv6 = &address->Ipv6;
  if (knob.port == stray_refused && ipv4->sin_port != 0) return true;
  if (is_ipv4(address->si_family)) {
    return knob.sin_zero == stray_refused && !all_zero(ipv4->sin_zero, sizeof ipv4->sin_zero);
  }
  return (knob.flow_info == stray_refused && ipv6->sin6_flowinfo != 0) ||
         (knob.scope_id == stray_refused && ipv6->sin6_scope_id != 0);
}

SOCKADDR_INET key_of(const SOCKADDR_INET* address) {
  SOCKADDR_INET key = all_zero_of(address->si_family);
  if (!is_ip(address->si_family)) return key;
  const size_t count = bits_of(address->si_family) / 8;
  const size_t offset = (size_t)(bytes_of(address) - (const uint8_t*)address);
  memcpy((uint8_t*)&key + offset, bytes_of(address), fault(ipv6_first_half) && count == 16 ? 8 : count);
  if (knob.port == stray_in_key) key.Ipv4.sin_port = address->Ipv4.sin_port;
  if (is_ipv4(address->si_family)) {
    if (knob.sin_zero == stray_in_key) {
      memcpy(key.Ipv4.sin_zero, address->Ipv4.sin_zero, sizeof key.Ipv4.sin_zero);
    }
    return key;
  }
  if (knob.flow_info == stray_in_key) key.Ipv6.sin6_flowinfo = address->Ipv6.sin6_flowinfo;
  if (knob.scope_id == stray_in_key) key.Ipv6.sin6_scope_id = address->Ipv6.sin6_scope_id;
  return key;
}

SOCKADDR_INET kept_of(const SOCKADDR_INET* address) {
  return knob.stray_read_back == stray_raw ? *address : key_of(address);
}

bool same_address(const SOCKADDR_INET* one, const SOCKADDR_INET* other) {
  const SOCKADDR_INET left = key_of(one);
  const SOCKADDR_INET right = key_of(other);
  return memcmp(&left, &right, sizeof left) == 0;
}
