#include "oracle/rules/promises/sample_entries.h"

namespace netioconf::oracle::rules::inline promises {
namespace {

RouteRow other_route() { return an_ipv6_route(); }
AnycastRow other_anycast() { return an_ipv4_anycast(); }

bool is_about_anycasts(Call call) { return is_about(call, Entries::anycasts); }

Operation operation(Call call, std::uint64_t luid, std::uint32_t index) {
  if (call == Call::get_link) {
    return LinkCall{.row = LinkRow{.family = ipv4_family, .luid = luid, .index = index}};
  }
  if (call == Call::best_route) {
    return BestRouteCall{.luid = luid, .index = index, .source = {}, .destination = ipv4(10, 1, 2, 3)};
  }
  if (is_about_anycasts(call)) return AnycastCall{.call = call, .row = on(own_anycast(), luid, index)};
  return RouteCall{.call = call, .row = on(own_route(), luid, index)};
}

// The call, or Get, returns this row.
Step returning(Call call, const RouteRow& seen) {
  if (call == Call::route_table) return table_of({seen, other_route()});
  if (call == Call::best_route) return found_best(operation(call, first_luid, 1), seen);
  return read(own_route(), seen);
}
Step returning(Call call, const AnycastRow& seen) {
  if (call == Call::anycast_table) return anycast_table_of({seen, other_anycast()});
  return read(own_anycast(), seen);
}

bool changes(Call call) { return creates(call) || call == Call::set_route; }

// The entry is read as expected before. If a table showed it, a wrong row is attributed to the call that
// returns it, otherwise to the call that changed the entry.
template <class Row>
Trace read_own_as(Call call, const Row& own, const Row& seen) {
  if (changes(call)) return called(call, {success(call), returning(call, own), returning(call, seen)});
  return called(call, {table(call, {}), returning(call, seen)});
}

template <class Row>
std::vector<Row> rows(Shown shown, const Row& own, const Row& other) {
  std::vector<Row> rows(static_cast<std::size_t>(shown.own), own);
  rows.insert(rows.end(), static_cast<std::size_t>(shown.other), other);
  return rows;
}

}  // namespace

RouteRow own_route() { return via(a_route(), ipv4(0, 0, 0, 0)); }
AnycastRow own_anycast() { return an_anycast(); }

Trace called(Call call, const Steps& steps) {
  const bool anycasts = is_about_anycasts(call);
  Steps all = {anycasts ? created(other_anycast()) : created(other_route())};
  if (!creates(call)) all.push_back(anycasts ? created(own_anycast()) : created(own_route()));
  all.insert(all.end(), steps.begin(), steps.end());
  return trace_of(all);
}

Step success(Call call, std::uint32_t index) {
  Step step = answered(operation(call, first_luid, index), number::success);
  if (call == Call::get_link) {
    const Link link = a_link();
    step.reply.link = LinkRow{
        .family = ipv4_family, .luid = link.luid, .index = link.index, .metric = link.ipv4_metric};
  }
  if (call == Call::get_route || call == Call::best_route) step.reply.route = own_route();
  if (call == Call::get_anycast) step.reply.anycast = own_anycast();
  return step;
}

Step not_found(Call call, std::uint64_t luid, std::uint32_t index) {
  return answered(operation(call, luid, index), number::not_found);
}

Step table(Call call, Shown shown, std::uint16_t family) {
  if (is_about_anycasts(call)) {
    return anycast_table_of(rows(shown, own_anycast(), other_anycast()), family);
  }
  return table_of(rows(shown, own_route(), other_route()), family);
}

std::uint16_t family_of_own(Call call) { return is_about_anycasts(call) ? ipv6_family : ipv4_family; }

Trace read_as(Call call, const RouteRow& seen) { return read_own_as(call, own_route(), seen); }
Trace read_as(Call call, const AnycastRow& seen) { return read_own_as(call, own_anycast(), seen); }

Trace read_with_index(Call call, std::uint32_t index) {
  if (is_about_anycasts(call)) return read_as(call, on(own_anycast(), first_luid, index));
  return read_as(call, on(own_route(), first_luid, index));
}

}  // namespace netioconf::oracle::rules::inline promises
