#include "oracle/testing/boundaries.h"

namespace netioconf::oracle {
namespace {

using enum Status;
using MakeCall = Operation (*)(const AnycastRow&);

const StatusSet invalid{invalid_parameter};
const AnycastRow row = an_anycast();

AnycastRow address(const SocketAddress& address) { return with(row, &AnycastRow::address, address); }

Operation create_address(const SocketAddress& bytes) { return create(address(bytes)); }

std::vector<Boundary> of_addresses() {
  const StatusSet hedged = success_or(invalid_parameter);
  return {
      {"anycast.null-row", null_row(Call::create_anycast), invalid, create(row)},
      {"anycast.address-family", create_address(no_family), invalid, create(an_ipv4_anycast())},
      {"anycast.address-family", create_address(unknown_family), invalid, create(row)},
      {"anycast.multicast", create_address(ipv4(224, 0, 0, 1)), invalid,
       create_address(ipv4(223, 255, 255, 255))},
      {"anycast.multicast", create_address(ipv6(0xff02000000000000, 1)), invalid,
       create_address(ipv6(0xfe80000000000000, 1))},
      {"anycast.unspecified", create_address(ipv4(0, 0, 0, 0)), invalid,
       create_address(ipv4(1, 0, 0, 0))},
      {"anycast.unspecified", create_address(ipv6(0, 0)), invalid, create_address(ipv6(0, 2))},
      {"anycast.loopback", create_address(ipv6(0, 1)), hedged, create_address(ipv6(0, 2))},
      {"anycast.loopback", create_address(ipv4(127, 0, 0, 1)), hedged,
       create_address(ipv4(126, 0, 0, 1))},
      {"anycast.class-e", create_address(ipv4(255, 255, 255, 254)), hedged,
       create_address(ipv4(255, 255, 255, 255)), hedged},
      {"anycast.broadcast", create_address(ipv4(255, 255, 255, 255)), hedged,
       create_address(ipv4(255, 255, 255, 254)), hedged},
      {"anycast.mapped", create_address(ipv6(0, 0x0000ffff0a000001)), hedged,
       create_address(ipv6(0, 0x0000fffe0a000001))},
      {"anycast.this-network", create_address(ipv4(0, 0, 0, 1)), hedged,
       create_address(ipv4(1, 0, 0, 1))},
      {"anycast.stray-bytes", create_address(with_port(row.address)), hedged, create(row)},
  };
}

std::vector<Boundary> of_links() {
  return {
      {"anycast.link-unspecified", create(on(row, 0, 0)), invalid, create(on(row, 0, 1))},
      {"anycast.link-known", create(on(row, first_luid + 1, 1)), StatusSet{not_found},
       create(on(row, first_luid, 99))},
      {"anycast.link-known", create(on(row, 0, 2)), StatusSet{not_found}, create(on(row, 0, 1))},
      {.rule = "anycast.stack",
       .beyond = create(row),
       .allowed_beyond = StatusSet{not_supported},
       .within = create(an_ipv4_anycast()),
       .host = a_host_without(ipv6_family)},
      {.rule = "anycast.link-stack",
       .beyond = create(row),
       .allowed_beyond = any_of(not_supported, not_found),
       .within = create(an_ipv4_anycast()),
       .host = a_host_with(with(a_link(), &Link::ipv6, false))},
      {.rule = "anycast.duplicate",
       .beyond = create(on(row, 0, 1)),
       .allowed_beyond = StatusSet{object_already_exists},
       .within = create(on(row, second_luid, 2)),
       .before = {created(row)},
       .host = a_host_with_two_links()},
      {.rule = "anycast.duplicate",
       .beyond = create(with(row, &AnycastRow::scope_id, 7)),
       .allowed_beyond = StatusSet{object_already_exists},
       .within = create_address(ipv6(0x20010db800000000, 2)),
       .before = {created(row)}},
  };
}

struct Ids {
  std::string_view address_family, multicast, unspecified, stray_bytes, link_unspecified, link_known,
      missing, stack, link_stack, unusual_address;
};
constexpr Ids get_ids = {.address_family = "anycast-get.address-family",
                         .multicast = "anycast-get.multicast",
                         .unspecified = "anycast-get.unspecified",
                         .stray_bytes = "anycast-get.stray-bytes",
                         .link_unspecified = "anycast-get.link-unspecified",
                         .link_known = "anycast-get.link-known",
                         .missing = "anycast-get.missing",
                         .stack = "anycast-get.stack",
                         .link_stack = "anycast-get.link-stack",
                         .unusual_address = "anycast-get.unusual-address"};
constexpr Ids delete_ids = {.address_family = "anycast-delete.address-family",
                            .multicast = "anycast-delete.multicast",
                            .unspecified = "anycast-delete.unspecified",
                            .stray_bytes = "anycast-delete.stray-bytes",
                            .link_unspecified = "anycast-delete.link-unspecified",
                            .link_known = "anycast-delete.link-known",
                            .missing = "anycast-delete.missing",
                            .stack = "anycast-delete.stack",
                            .link_stack = "anycast-delete.link-stack",
                            .unusual_address = "anycast-delete.unusual-address"};

std::vector<Boundary> of_lookups(const Ids& ids, MakeCall call, StatusSet link_is_unknown) {
  const Operation right = call(row);
  std::vector<Boundary> all = {
      without_entry(ids.address_family, call(address(no_family)), invalid, right),
      without_entry(ids.multicast, call(address(ipv6(0xff02000000000000, 1))), invalid, right),
      without_entry(ids.unspecified, call(address(ipv6(0, 0))), invalid, right),
      without_entry(ids.stray_bytes, call(address(with_port(row.address))),
                    success_or(invalid_parameter), right),
      without_entry(ids.missing, call(address(ipv6(0x20010db800000000, 2))), {}, right),
      without_entry(ids.unusual_address, call(address(ipv6(0, 1))), invalid, call(address(ipv6(0, 2)))),
      {ids.link_unspecified, call(on(row, 0, 0)), invalid, call(on(row, 0, 1))},
      {ids.link_known, call(on(row, first_luid + 1, 1)), link_is_unknown, call(on(row, first_luid, 99))},
      {ids.link_known, call(on(row, 0, 2)), link_is_unknown, call(on(row, 0, 1))},
  };
  all[5].allowed_within = any_failure();
  return all;
}

std::vector<Boundary> of_lookups_without_stack(const Ids& ids, MakeCall call) {
  const Operation right = call(row);
  const Operation other = call(an_ipv4_anycast());
  const StatusSet no_stack = any_of(not_supported, not_found);
  std::vector<Boundary> all = {without_entry(ids.stack, other, no_stack, right),
                               without_entry(ids.link_stack, other, no_stack, right),
                               without_entry(ids.link_stack, other, no_stack, right)};
  all[0].host = a_host_without(ipv4_family);
  all[1].host = a_host_without(ipv4_family);
  all[2].host = a_host_with(with(a_link(), &Link::ipv4, false));
  return all;
}

}  // namespace

std::vector<Boundary> boundaries_of_anycast() {
  std::vector<Boundary> all = {
      {"anycast-get.null-row", null_row(Call::get_anycast), invalid, get(row)},
      {"anycast-delete.null-row", null_row(Call::delete_anycast), invalid, remove(row)}};
  for (const auto& some :
       {of_lookups(get_ids, get, any_of(not_found, file_not_found)),
        of_lookups(delete_ids, remove, StatusSet{not_found}), of_lookups_without_stack(get_ids, get),
        of_lookups_without_stack(delete_ids, remove)}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  for (Boundary& boundary : all) boundary.before = {created(row)};
  for (const auto& some : {of_addresses(), of_links()}) all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace netioconf::oracle
