#include "oracle/testing/sample_rows.h"
#include "oracle/testing/ways.h"

namespace netioconf::oracle {
namespace {

const AnycastRow anycast = an_anycast();
const std::string create_anycast = "CreateAnycastIpAddressEntry";

// The steps that show which of two statuses a refusal has.
std::vector<Way> either(const Way& frame, const Operation& operation, const std::string& first,
                        std::uint32_t first_status, const std::string& second,
                        std::uint32_t second_status) {
  Way one = frame;
  one.answer = first;
  one.steps.push_back(answered(operation, first_status));
  Way other = frame;
  other.answer = second;
  other.steps.push_back(answered(operation, second_status));
  return {one, other};
}

std::vector<Way> of_unnamed_links() {
  std::vector<Way> all;
  const auto add = [&all](const std::string& function, const Operation& operation) {
    append(all,
           either({.question = "neither-luid-nor-index", .subject = function, .answer = {}, .steps = {}},
                  operation, "invalid-parameter", number::invalid_parameter, "file-not-found",
                  number::file_not_found));
  };
  add("CreateIpForwardEntry2", create(on(row, 0, 0)));
  add("SetIpForwardEntry2", set(on(row, 0, 0)));
  add("DeleteIpForwardEntry2", remove(on(row, 0, 0)));
  add(create_anycast, create(on(anycast, 0, 0)));
  add("GetAnycastIpAddressEntry", get(on(anycast, 0, 0)));
  add("DeleteAnycastIpAddressEntry", remove(on(anycast, 0, 0)));
  add("GetIpInterfaceEntry", LinkCall{LinkRow{.family = ipv4_family}});
  return all;
}

std::vector<Way> of_unknown_links() {
  std::vector<Way> all;
  const auto add = [&all](const std::string& function, const Operation& operation) {
    append(all,
           either({.question = "unknown-link-status", .subject = function, .answer = {}, .steps = {}},
                  operation, "not-found", number::not_found, "file-not-found", number::file_not_found));
  };
  add("GetBestRoute2", best_route_to(ipv4(10, 0, 0, 1), second_luid));
  add("GetAnycastIpAddressEntry", get(on(anycast, second_luid, 2)));
  add("GetIpInterfaceEntry", LinkCall{LinkRow{.family = ipv4_family, .luid = second_luid}});
  return all;
}

std::vector<Way> of_stacks() {
  const Host link_without_ipv6 = a_host_with(with(a_link(), &Link::ipv6, false));
  std::vector<Way> all;
  const auto add = [&all](const Way& frame, const Operation& operation) {
    append(all, either(frame, operation, "not-supported", number::not_supported, "not-found",
                       number::not_found));
  };
  add({"link-without-that-family", create_anycast, "", {}, link_without_ipv6}, create(anycast));
  add({"link-without-that-family", "GetIpInterfaceEntry", "", {}, link_without_ipv6},
      LinkCall{LinkRow{.family = ipv6_family, .luid = first_luid}});
  add({"no-stack-on-the-machine", create_anycast, "", {}, a_host_without(ipv6_family)}, create(anycast));
  const Host without_ipv6 = a_host_without(ipv6_family);
  all.push_back({"no-stack-on-the-machine",
                 "GetIpForwardTable2",
                 "not-supported",
                 {no_table(Call::route_table, number::not_supported, ipv6_family)},
                 without_ipv6});
  all.push_back({"no-stack-on-the-machine",
                 "GetAnycastIpAddressTable",
                 "not-supported",
                 {no_table(Call::anycast_table, number::not_supported, ipv6_family)},
                 without_ipv6});
  append(all, either({"duplicate-status", create_anycast, "", {created(anycast)}}, create(anycast),
                     "win32", number::already_exists, "ntstatus", number::duplicate_objectid));
  return all;
}

std::vector<Way> of_tables() {
  const Host without_any_stack{.ipv4 = false, .ipv6 = false, .links = {a_link()}};
  std::vector<Way> all;
  const auto add = [&](const std::string& function, Call call, const Step& empty) {
    const std::string any_stack = "table-without-any-stack";
    all.push_back({"empty-table", function, "not-found", {no_table(call, number::not_found)}});
    all.push_back({"empty-table", function, "success", {empty}});
    all.push_back(
        {any_stack, function, "as-empty", {empty}, without_any_stack, readings::Profile::windows});
    all.push_back({any_stack,
                   function,
                   "not-supported",
                   {no_table(call, number::not_supported)},
                   without_any_stack});
  };
  add("GetIpForwardTable2", Call::route_table, table_of({}));
  add("GetAnycastIpAddressTable", Call::anycast_table, anycast_table_of({}));
  return all;
}

std::vector<Way> of_best_routes() {
  const RouteRow everything = to(row, ipv4(0, 0, 0, 0), 0);
  const RouteRow all_of_ipv6 = to(an_ipv6_route(), ipv6(0, 0), 0);
  const Step anywhere = found_best(best_route_to(ipv4(10, 0, 0, 1), 0), row);
  std::vector<Way> all = {{"best-route-without-link", "", "searched", {created(row), anywhere}},
                          {"best-route-without-link",
                           "",
                           "refused",
                           {created(row), answered(anywhere.operation, number::invalid_parameter)}}};
  const auto add = [&](const std::string& subject, const SocketAddress& destination) {
    const Operation search = best_route_to(destination);
    const RouteRow route = destination.family == ipv4_family ? everything : all_of_ipv6;
    // The status for a missing route is decided first.
    const auto way = [&](const std::string& answer, const Step& last) {
      all.push_back({"best-route-destination-class",
                     subject,
                     answer,
                     {answered(search, number::file_not_found), created(route), last}});
    };
    way("accepted", found_best(search, route));
    way("refused", answered(search, number::invalid_parameter));
    way("no-route", answered(search, number::file_not_found));
  };
  add("this network", ipv4(0, 0, 0, 1));
  add("loopback", ipv4(127, 0, 0, 1));
  add("multicast", ipv4(224, 0, 0, 1));
  add("class E", ipv4(240, 0, 0, 1));
  add("broadcast", ipv4(255, 255, 255, 255));
  add("mapped", ipv6(0, 0x0000ffff0a000001));
  add("unspecified", ipv4(0, 0, 0, 0));
  const auto with = [](SocketAddress destination, std::size_t byte) {
    destination.bytes[byte] = 1;
    return destination;
  };
  add("with port", with(ipv4(10, 0, 0, 1), 0));
  add("with flow info", with(ipv6(0x20010db800000000, 1), 2));
  add("with scope id", with(ipv6(0x20010db800000000, 1), 22));
  add("with sin_zero", with(ipv4(10, 0, 0, 1), 6));
  add("with tail", with(ipv4(10, 0, 0, 1), 14));
  return all;
}

std::vector<Way> of_anycast_classes() {
  std::vector<Way> all;
  const auto add = [&all](const std::string& question, const SocketAddress& address) {
    append(all,
           accepted_or_refused(question, "", created(with(anycast, &AnycastRow::address, address))));
  };
  add("anycast-loopback", ipv6(0, 1));
  add("anycast-class-e", ipv4(240, 0, 0, 1));
  add("anycast-broadcast", ipv4(255, 255, 255, 255));
  add("anycast-mapped", ipv6(0, 0x0000ffff0a000001));
  add("anycast-this-network", ipv4(0, 0, 0, 1));
  Link link = a_link();
  link.addresses = {{.address = anycast.address, .length = 64}};
  const auto way = [&](const std::string& answer, const Step& step) {
    all.push_back({"anycast-own-unicast", "", answer, {step}, a_host_with(link)});
  };
  way("accepted", created(anycast));
  way("object-already-exists", refused(anycast, number::already_exists));
  way("invalid-parameter", refused(anycast, number::invalid_parameter));
  return all;
}

}  // namespace

std::vector<Way> ways_with_other_calls() {
  std::vector<Way> all = of_unnamed_links();
  append(all, of_unknown_links());
  append(all, of_stacks());
  append(all, of_tables());
  append(all, of_best_routes());
  append(all, of_anycast_classes());
  return all;
}

}  // namespace netioconf::oracle
