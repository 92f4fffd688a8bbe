#include "oracle/testing/sample_rows.h"
#include "oracle/testing/ways.h"

namespace netioconf::oracle {
namespace {

const std::string create_route = "CreateIpForwardEntry2";

std::vector<Way> of_keys() {
  const RouteRow second_hop = via(row, ipv4(10, 0, 0, 2));
  const RouteRow mixed = via(row, ipv6(0x20010db800000000, 1));
  const RouteRow left_out = via(row, no_family);
  return {
      {"duplicate-key", "", "prefix-and-next-hop", {created(row), created(second_hop)}},
      {"duplicate-key", "", "prefix", {created(row), refused(second_hop, number::already_exists)}},
      {"duplicate-status", create_route, "win32", {created(row), refused(row, number::already_exists)}},
      {"duplicate-status",
       create_route,
       "ntstatus",
       {created(row), refused(row, number::duplicate_objectid)}},
      {"host-bits", "", "refused", {refused(untidy, number::invalid_parameter)}},
      {"host-bits", "", "masked", {created(untidy), table_of({row})}},
      {"host-bits", "", "kept", {created(untidy), created(row)}},
      {"host-bits",
       "",
       "kept-but-not-compared",
       {created(untidy), table_of({untidy}), refused(row, number::already_exists)}},
      {"family-mismatch", "", "refused", {refused(mixed, number::invalid_parameter)}},
      {"family-mismatch", "", "not-supported", {refused(mixed, number::not_supported)}},
      {"family-mismatch", "", "kept", {created(mixed)}},
      {"next-hop-of-family-0", create_route, "refused", {refused(left_out, number::invalid_parameter)}},
      {"next-hop-of-family-0", create_route, "on-link", {created(left_out)}},
  };
}

std::vector<Way> of_links() {
  const Host link_without_ipv6 = a_host_with(with(a_link(), &Link::ipv6, false));
  const Host without_ipv6 = a_host_without(ipv6_family);
  const auto answer = [](const std::string& question, const std::string& id, std::uint32_t status,
                         const Host& host) {
    return Way{question, create_route, id, {refused(an_ipv6_route(), status)}, host};
  };
  return {answer("link-without-that-family", "not-supported", number::not_supported, link_without_ipv6),
          answer("link-without-that-family", "not-found", number::not_found, link_without_ipv6),
          answer("no-stack-on-the-machine", "not-supported", number::not_supported, without_ipv6),
          answer("no-stack-on-the-machine", "not-found", number::not_found, without_ipv6)};
}

std::vector<Way> of_destination_classes() {
  const auto ways = [](const std::string& subject, const RouteRow& prefix) {
    return accepted_or_refused("destination-class", subject, created(prefix));
  };
  std::vector<Way> all;
  append(all, ways("this network", to(row, ipv4(0, 0, 0, 1), 32)));
  append(all, ways("loopback", to(row, ipv4(127, 0, 0, 0), 8)));
  append(all, ways("multicast", to(row, ipv4(224, 0, 0, 0), 4)));
  append(all, ways("class E", to(row, ipv4(240, 0, 0, 0), 4)));
  append(all, ways("broadcast", to(row, ipv4(255, 255, 255, 255), 32)));
  append(all, ways("mapped", to(an_ipv6_route(), ipv6(0, 0x0000ffff00000000), 96)));
  append(all, ways("unspecified", to(row, ipv4(0, 0, 0, 0), 32)));
  append(all, ways("lower half of IPv4", to(row, ipv4(0, 0, 0, 0), 1)));
  append(all, ways("lower part of IPv6", to(an_ipv6_route(), ipv6(0, 0), 5)));
  return all;
}

std::vector<Way> of_next_hop_classes() {
  const auto ways = [](const std::string& subject, const SocketAddress& next_hop) {
    const RouteRow fitting = next_hop.family == ipv4_family ? row : an_ipv6_route();
    return accepted_or_refused("next-hop-class", subject, created(via(fitting, next_hop)));
  };
  std::vector<Way> all;
  append(all, ways("this network", ipv4(0, 0, 0, 1)));
  append(all, ways("loopback", ipv6(0, 1)));
  append(all, ways("multicast", ipv4(224, 0, 0, 1)));
  append(all, ways("class E", ipv4(240, 0, 0, 1)));
  append(all, ways("broadcast", ipv4(255, 255, 255, 255)));
  append(all, ways("mapped", ipv6(0, 0x0000ffff0a000001)));
  return all;
}

// The only link has the next hop of the row as an address.
std::vector<Way> of_own_next_hops() {
  Link link = a_link();
  link.addresses = {{.address = row.next_hop, .length = 8}};
  const Host host = a_host_with(link);
  const RouteRow on_link = via(row, ipv4(0, 0, 0, 0));
  const RouteRow first = to(via(row, ipv4(10, 0, 0, 2)), ipv4(11, 0, 0, 0), 8);
  const RouteRow second = via(first, ipv4(10, 0, 0, 3));
  return {{"own-next-hop", "", "as-given", {created(row), table_of({row}), created(on_link)}, host},
          {"own-next-hop",
           "",
           "on-link",
           {created(row), table_of({on_link}), answered(remove(row), number::not_found)},
           host},
          // The next hop is part of the key.
          {"own-next-hop",
           "",
           "same-key",
           {created(first), created(second), created(row), table_of({first, second, row}),
            refused(on_link, number::already_exists)},
           host},
          {"own-next-hop",
           "",
           "on-link-in-every-call",
           {created(row), table_of({on_link}), removed(row)},
           host}};
}

std::vector<Way> of_illegal_values() {
  const RouteRow no_metric = with(row, &RouteRow::metric, unused_metric);
  const RouteRow initialized = with(row, &RouteRow::protocol, illegal_protocol);
  const RouteRow other = with(row, &RouteRow::protocol, 0);
  const RouteRow chosen_protocol = with(row, &RouteRow::protocol, 2);
  return {
      {"illegal-protocol", "that of Initialize", "as-given", {created(initialized), read(initialized)}},
      {"illegal-protocol",
       "that of Initialize",
       "netmgmt",
       {created(initialized), read(initialized, row)}},
      {"illegal-protocol",
       "that of Initialize",
       "another",
       {created(initialized), read(initialized, chosen_protocol)}},
      {"illegal-protocol", "any other", "as-given", {created(other), read(other)}},
      {"illegal-protocol", "any other", "netmgmt", {created(other), read(other, row)}},
      {"illegal-protocol", "any other", "another", {created(other), read(other, chosen_protocol)}},
      {"unused-metric", "", "as-given", {created(no_metric), read(no_metric)}},
      {"unused-metric",
       "",
       "automatic",
       {created(no_metric), read(no_metric, with(row, &RouteRow::metric, automatic_metric))}},
      {"unused-metric",
       "",
       "another",
       {created(no_metric), read(no_metric, with(row, &RouteRow::metric, 3))}}};
}

// What Set does with the values of Initialize, after a route has shown what Create does with them.
std::vector<Way> of_unset_members() {
  const auto ways = [](const std::string& subject, std::uint32_t RouteRow::* member,
                       std::uint32_t illegal, std::uint32_t legal) {
    const RouteRow first = with(row, member, illegal);
    const RouteRow before = with(to(row, ipv4(11, 0, 0, 0), 8), member, legal);
    const RouteRow after = with(before, member, illegal);
    const Steps steps = {created(first), read(first), created(before), was_set(after)};
    Way stored{"unset-member-in-set", subject, "stored", steps};
    stored.steps.push_back(read(after));
    Way left_alone{"unset-member-in-set", subject, "left-alone", steps};
    left_alone.steps.push_back(read(after, before));
    return std::vector<Way>{stored, left_alone};
  };
  std::vector<Way> all = ways("protocol", &RouteRow::protocol, illegal_protocol, 4);
  append(all, ways("metric", &RouteRow::metric, unused_metric, 50));
  return all;
}

// A minute after it was created, on a clock that stands.
std::vector<Way> of_time() {
  const RouteRow brief = a_short_lived_route();
  const RouteRow immortal = with(brief, &RouteRow::immortal, 1);
  const RouteRow lasting =
      with(with(row, &RouteRow::valid_lifetime_s, 7200), &RouteRow::preferred_lifetime_s, 7000);
  const RouteRow older = with(lasting, &RouteRow::age_s, 60);
  const Step gone = no_table(Call::route_table, number::not_found);
  const auto after = [](const RouteRow& created_row, std::uint32_t seconds, const Step& step) {
    return Steps{advanced(0), created(created_row), advanced(seconds), step};
  };
  const Step valid_left = read(lasting, with(older, &RouteRow::valid_lifetime_s, 7140));
  const Step preferred_left = read(lasting, with(older, &RouteRow::preferred_lifetime_s, 6940));
  const Step none_left = read(lasting, older);
  return {
      {"last-moment", "", "there", after(brief, 60, table_of({with(brief, &RouteRow::age_s, 60)}))},
      {"last-moment", "", "gone", after(brief, 60, gone)},
      {"immortal-route", "", "expires", after(immortal, 61, gone)},
      {"immortal-route", "", "stays",
       after(immortal, 61, table_of({with(immortal, &RouteRow::age_s, 61)}))},
      {"lifetimes-read-back", "valid lifetime", "as-given", after(lasting, 60, none_left)},
      {"lifetimes-read-back", "valid lifetime", "remaining", after(lasting, 60, valid_left)},
      {"lifetimes-read-back", "preferred lifetime", "as-given", after(lasting, 60, none_left)},
      {"lifetimes-read-back", "preferred lifetime", "remaining", after(lasting, 60, preferred_left)}};
}

std::vector<Way> of_initial_notifications() {
  const Steps before = {created(row), created(to(row, ipv4(11, 0, 0, 0), 8)),
                        created(to(row, ipv4(12, 0, 0, 0), 8))};
  const auto way = [&](const std::string& subject, std::uint16_t family, const std::string& answer,
                       std::size_t times) {
    Way made{"initial-notifications", subject, answer, before};
    made.steps.push_back(registered({.family = family, .initial_notification = true}));
    made.steps.push_back(notified(Notifications(times, {.type = 3, .row = {}})));
    return made;
  };
  return {way("every family", unspecified_family, "once", 1),
          way("every family", unspecified_family, "once-a-family", 2),
          way("every family", unspecified_family, "once-a-route", 3),
          way("one family", ipv4_family, "once-a-route", 3)};
}

std::vector<Way> of_values() {
  const RouteRow expired =
      with(with(row, &RouteRow::valid_lifetime_s, 0), &RouteRow::preferred_lifetime_s, 0);
  const RouteRow with_metric = with(row, &RouteRow::metric, 10);
  std::vector<Way> all = {
      {"metric-read-back", "", "offset", {created(with_metric), read(with_metric)}},
      {"metric-read-back",
       "",
       "sum",
       {created(with_metric), read(row, with(row, &RouteRow::metric, 35))}},
      {"flags-read-back", "", "adjusted", {created(row), read(row, with(row, &RouteRow::publish, 1))}}};
  append(all, accepted_or_refused("site-prefix-sentinel", "",
                                  created(with(row, &RouteRow::site_prefix_length, 255))));
  append(all, accepted_or_refused("valid-lifetime-0", create_route, created(expired)));
  append(all, accepted_or_refused("valid-lifetime-0", "SetIpForwardEntry2", was_set(expired),
                                  {created(row)}));
  std::vector<Way> on_loopback = accepted_or_refused("loopback-link-next-hop", "", created(row));
  for (Way& way : on_loopback) way.host = a_host_with(with(a_link(), &Link::loopback, true));
  append(all, on_loopback);
  return all;
}

struct Stray {
  std::string name;
  std::size_t byte;
};

// The positions of the bytes outside an address of the family.
const std::vector<Stray> ipv6_strays = {{"port", 0}, {"flow info", 2}, {"scope id", 23}};
// A scope id of 1, the index of the link of the sample rows.
const Stray scope_of_link = {"scope id of the link", 22};
const std::vector<Stray> ipv4_strays = {{"sin_zero", 6}, {"tail", 14}};

SocketAddress with_stray(SocketAddress address, const Stray& stray) {
  address.bytes[stray.byte] = 1;
  return address;
}

template <class Row>
std::vector<Way> of_stray(const std::string& subject, const Row& plain, const Row& strayed) {
  return {{"stray-bytes", subject, "ignored", {created(plain), removed(strayed)}},
          {"stray-bytes", subject, "distinguished", {created(plain), created(strayed)}},
          {"stray-bytes", subject, "refused", {refused(strayed, number::invalid_parameter)}}};
}

std::vector<Way> of_stray_bytes() {
  std::vector<Way> all;
  const auto add = [&all](const Stray& stray, RouteRow route, const AnycastRow& anycast) {
    RouteRow destination = route;
    destination.destination.address = with_stray(route.destination.address, stray);
    append(all, of_stray("destination " + stray.name, route, destination));
    append(all,
           of_stray("next hop " + stray.name, route, via(route, with_stray(route.next_hop, stray))));
    append(all, of_stray("anycast " + stray.name, anycast,
                         with(anycast, &AnycastRow::address, with_stray(anycast.address, stray))));
  };
  for (const Stray& stray : ipv6_strays) add(stray, an_ipv6_route(), an_anycast());
  add(scope_of_link, an_ipv6_route(), an_anycast());
  for (const Stray& stray : ipv4_strays) add(stray, row, an_ipv4_anycast());
  return all;
}

}  // namespace

std::vector<Way> ways_with_routes() {
  std::vector<Way> all = of_keys();
  append(all, of_links());
  append(all, of_destination_classes());
  append(all, of_next_hop_classes());
  append(all, of_values());
  append(all, of_stray_bytes());
  append(all, of_own_next_hops());
  append(all, of_illegal_values());
  append(all, of_unset_members());
  append(all, of_time());
  append(all, of_initial_notifications());
  return all;
}

}  // namespace netioconf::oracle
