#include "conformance/specimens/checks.h"

#include <string.h>

#include "conformance/specimens/address.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/routes.h"

enum { most_checks = 32 };

static void shuffle(size_t* order, size_t count, uint32_t seed) {
  for (size_t i = count; i > 1 && seed != 0; --i) {
    seed = seed * 1664525u + 1013904223u;
    const size_t other = (seed >> 8) % i;
    const size_t kept = order[i - 1];
    order[i - 1] = order[other];
    order[other] = kept;
  }
}

enum status run_checks(const check* checks, size_t count, const struct arguments* arguments) {
  size_t order[most_checks];
  for (size_t i = 0; i < count; ++i) order[i] = i;
  shuffle(order, count, knob.order == 0 ? 0 : (uint32_t)(16 * knob.order) + arguments->call + 1);
  for (size_t i = 0; i < count; ++i) {
    const enum status status = checks[order[i]](arguments);
    if (status != status_success) return status;
  }
  return status_success;
}

void copy_row(void* to, const void* from, size_t size) { memcpy(to, from, size); }

struct arguments route_arguments(enum call call, const MIB_IPFORWARD_ROW2* row) {
  return (struct arguments){.call = call,
                            .luid = row->InterfaceLuid.Value,
                            .index = row->InterfaceIndex,
                            .link = find_link(row->InterfaceLuid.Value, row->InterfaceIndex),
                            .address = &row->DestinationPrefix.Prefix,
                            .route = row};
}

struct arguments anycast_arguments(enum call call, const MIB_ANYCASTIPADDRESS_ROW* row) {
  return (struct arguments){.call = call,
                            .luid = row->InterfaceLuid.Value,
                            .index = row->InterfaceIndex,
                            .link = find_link(row->InterfaceLuid.Value, row->InterfaceIndex),
                            .address = &row->Address};
}

enum status check_address_family(const struct arguments* arguments) {
  const ADDRESS_FAMILY family = arguments->address->si_family;
  if (is_ip(family)) return status_success;
  if (fault(prefix_family_0_status) && family == 0) return status_not_supported;
  if (fault(family_crashes) && family == 0xffff) {
    volatile int* nowhere = NULL;
    *nowhere = 0;
  }
  return status_invalid_parameter;
}

enum status check_ids(const struct arguments* arguments) {
  const bool neither = arguments->luid == 0 && arguments->index == 0;
  const bool both = arguments->luid != 0 && arguments->index != 0;
  if (fault(both_ids_needed) && !both) return status_invalid_parameter;
  if (fault(ids_must_agree) && both && arguments->link != NULL &&
      arguments->link->index != arguments->index) {
    return status_invalid_parameter;
  }
  if (!neither || fault(no_ids_is_first_link)) return status_success;
  if (fault(set_no_ids_status) && arguments->call == call_set_route) return status_not_found;
  if (fault(no_ids_status)) return status_not_found;
  return (enum status)knob.no_ids;
}

static enum status unknown_link_of(enum call call) {
  switch (call) {
    case call_best_route:
      return (enum status)knob.best_unknown_link;
    case call_get_anycast:
      return (enum status)knob.get_anycast_unknown_link;
    case call_get_link:
      return (enum status)knob.get_link_unknown_link;
    case call_create_route:
      return fault(unknown_link_status) ? status_invalid_parameter : status_not_found;
    case call_create_anycast:
      return fault(anycast_unknown_link_status) ? status_invalid_parameter : status_not_found;
    case call_set_route:
      return fault(set_unknown_link_status) ? status_invalid_parameter : status_not_found;
    case call_delete_route:
      return fault(delete_unknown_link_status) ? status_not_supported : status_not_found;
    default:
      return status_not_found;
  }
}

enum status check_link(const struct arguments* arguments) {
  const bool named = arguments->luid != 0 || arguments->index != 0;
  return named && arguments->link == NULL ? unknown_link_of(arguments->call) : status_success;
}

enum status check_machine_stack(const struct arguments* arguments) {
  const ADDRESS_FAMILY family = arguments->address->si_family;
  if (!is_ip(family) || machine_has(family)) return status_success;
  const bool anycast = arguments->call == call_create_anycast;
  if (fault(no_stack_accepted) || (fault(no_ipv6_stack_accepted) && family == NETIOCONF_AF_INET6)) {
    return status_success;
  }
  if (fault(anycast_no_stack_accepted) && anycast) return status_success;
  if (fault(no_stack_status)) return status_invalid_parameter;
  return (enum status)knob.no_stack;
}

enum status check_link_stack(const struct arguments* arguments) {
  const ADDRESS_FAMILY family = arguments->address->si_family;
  if (!is_ip(family) || !machine_has(family)) return status_success;
  if (arguments->link == NULL || link_has(arguments->link, family)) return status_success;
  if (fault(link_stack_accepted) || fault(no_stack_families_swapped)) return status_success;
  return (enum status)knob.link_without_family;
}

enum status check_stray(const struct arguments* arguments) {
  const bool in_address = is_ip(arguments->address->si_family) && has_refused_stray(arguments->address);
  const bool in_next_hop = arguments->route != NULL && is_ip(arguments->route->NextHop.si_family) &&
                           has_refused_stray(&arguments->route->NextHop);
  return in_address || in_next_hop ? status_invalid_parameter : status_success;
}

enum status check_prefix_length(const struct arguments* arguments) {
  if (!is_ip(arguments->address->si_family)) return status_success;
  const unsigned length = arguments->route->DestinationPrefix.PrefixLength;
  const unsigned bits = bits_of(arguments->address->si_family);
  if (fault(prefix_length_33_accepted) && length <= 128) return status_success;
  if (fault(prefix_length_129_accepted) && bits == 128) return status_success;
  if (fault(prefix_length_32_refused) && length == bits) return status_invalid_parameter;
  if (fault(prefix_length_0_refused) && length == 0) return status_invalid_parameter;
  if (fault(prefix_length_status) && length > bits) return status_not_supported;
  return length > bits ? status_invalid_parameter : status_success;
}

enum status check_next_hop_family(const struct arguments* arguments) {
  const ADDRESS_FAMILY family = arguments->route->NextHop.si_family;
  if (is_ip(family)) return status_success;
  if (fault(next_hop_family_unchecked)) return status_success;
  if (fault(next_hop_family_0_status)) return status_not_found;
  const bool wildcard = knob.get_next_hop == wildcard_first_match && arguments->call == call_get_route;
  return family == 0 && wildcard ? status_success : status_invalid_parameter;
}

enum status check_families_agree(const struct arguments* arguments) {
  const ADDRESS_FAMILY prefix = arguments->address->si_family;
  const ADDRESS_FAMILY next_hop = arguments->route->NextHop.si_family;
  if (!is_ip(prefix) || !is_ip(next_hop) || prefix == next_hop) return status_success;
  if (knob.family_mismatch == mismatch_kept) return status_success;
  return knob.family_mismatch == mismatch_not_supported ? status_not_supported
                                                        : status_invalid_parameter;
}

enum status check_lifetimes(const struct arguments* arguments) {
  const bool wrong = has_illegal_lifetimes(arguments->route);
  if (fault(lifetimes_status) && wrong) return status_not_supported;
  return wrong ? status_invalid_parameter : status_success;
}

enum status check_site_prefix(const struct arguments* arguments) {
  if (!is_ip(arguments->address->si_family)) return status_success;
  const bool wrong = has_illegal_site_prefix(arguments->route);
  if (fault(site_prefix_status) && wrong) return status_not_found;
  return wrong ? status_invalid_parameter : status_success;
}

enum status check_lookup_host_bits(const struct arguments* arguments) {
  if (!is_ip(arguments->address->si_family)) return status_success;
  const bool refuses =
      knob.lookup_host_bits == lookup_refused ||
      (knob.lookup_host_bits == lookup_as_create && knob.host_bits == host_bits_refused);
  const bool wrong = refuses && has_host_bits(&arguments->route->DestinationPrefix);
  return wrong ? status_invalid_parameter : status_success;
}
