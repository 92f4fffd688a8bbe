#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/depth_2.h"
#include "conformance/search/sweep/spaces/host_family.h"
#include "conformance/search/sweep/spaces/row_variants.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::Call;
using oracle::CancelCall;
using oracle::CollectCall;
using oracle::NotifyCall;
using oracle::RouteCall;
using oracle::RouteRow;
using oracle::Script;

constexpr std::array<std::uint16_t, 3> registered_families = {oracle::unspecified_family,
                                                              oracle::ipv4_family, oracle::ipv6_family};

// Two calls and the number of changes that they certainly make. Where it depends on a reading, this is
// the minimum: waiting for more could take the whole time limit, and waiting for fewer could miss a late
// callback.
struct ChangePairs {
  RouteCall first;
  RouteCall second;
  std::uint32_t sure = 0;
};

RouteRow refused(RouteRow row) {
  row.valid_lifetime_s = 1;
  return row;
}

std::vector<ChangePairs> changes(const oracle::Host& host, std::uint16_t family) {
  const std::vector<RouteRow> variants = route_variants(host, family);
  const RouteRow& plain = variants.front();
  RouteRow elsewhere = plain;
  elsewhere.destination.address = places(family).far_away;
  elsewhere.destination.length = oracle::address_bits(family);
  RouteRow dearer = plain;
  dearer.metric = 60;
  std::vector<ChangePairs> list;
  for (const RouteRow& variant : variants) {
    // The second call may change nothing, so only one change is certain.
    list.push_back({create(plain), create(variant), 1});
  }
  for (const Call which : route_lookups) {
    const std::uint32_t changing = which == Call::get_route ? 0 : 1;
    list.push_back({create(plain), call(which, dearer), 1 + changing});
    list.push_back({create(plain), call(which, elsewhere), 1});
    list.push_back({call(which, plain), create(plain), 1});
    list.push_back({call(which, elsewhere), call(which, plain), 0});
  }
  list.push_back({create(elsewhere), create(plain), 2});
  list.push_back({create(refused(plain)), create(plain), 1});
  list.push_back({create(refused(plain)), create(refused(elsewhere)), 0});
  return list;
}

bool is_notified(std::uint16_t registered, std::uint16_t family) {
  return registered == oracle::unspecified_family || registered == family;
}

}  // namespace

Region changes_with_one_registration() {
  const auto host_families = families_on(shared(two_links()));
  return over("changes of routes, one registration", host_families, [](const HostFamily& host_family) {
    const auto list = changes(*host_family.host, host_family.family);
    return Region{.size = 6 * list.size(),
                  .write = [host_family, list](std::uint64_t number, Script& script) {
                    Digits digits{number};
                    NotifyCall notify;
                    notify.initial_notification = digits.take(2) == 1;
                    notify.family = registered_families[digits.take(3)];
                    const ChangePairs& change = digits.one_of(list);
                    const bool notified = is_notified(notify.family, host_family.family);
                    const std::uint32_t at_least =
                        (notify.initial_notification ? 1U : 0U) + (notified ? change.sure : 0U);
                    put(script, host_family.host, notify, change.first, change.second,
                        CollectCall{.at_least = at_least});
                  }};
  });
}

// Two registrations before the changes, and one that is added after the first change.
Region changes_with_two_registrations() {
  const auto host_families = families_on(shared(two_links()));
  return over("changes of routes, two registrations", host_families, [](const HostFamily& host_family) {
    const RouteRow row = plain_route(*host_family.host, host_family.family);
    return Region{
        .size = 2 * 3 * 3, .write = [host_family, row](std::uint64_t number, Script& script) {
          Digits digits{number};
          const bool both_before = digits.take(2) == 0;
          const NotifyCall first{.family = registered_families[digits.take(3)]};
          const NotifyCall second{.family = registered_families[digits.take(3)],
                                  .initial_notification = true};
          const std::uint32_t first_notified = is_notified(first.family, host_family.family) ? 1 : 0;
          const std::uint32_t second_notified = is_notified(second.family, host_family.family) ? 1 : 0;
          if (both_before) {
            put(script, host_family.host, first, second, create(row),
                CollectCall{.at_least = 1 + first_notified + second_notified});
          } else {
            put(script, host_family.host, first, create(row), second,
                CollectCall{.at_least = 1 + first_notified});
          }
        }};
  });
}

// A registration that is added after an earlier change, and one that is cancelled.
Region changes_with_late_registration() {
  const auto host_families = families_on(shared(two_links()));
  return over(
      "changes of routes, late and cancelled registrations", host_families,
      [](const HostFamily& host_family) {
        const RouteRow row = plain_route(*host_family.host, host_family.family);
        return Region{
            .size = 2 * 3 * 2, .write = [host_family, row](std::uint64_t number, Script& script) {
              Digits digits{number};
              const bool cancelled = digits.take(2) == 0;
              const NotifyCall notify{.family = registered_families[digits.take(3)],
                                      .initial_notification = digits.take(2) == 1};
              const std::uint32_t at_first = notify.initial_notification ? 1 : 0;
              const std::uint32_t notified = is_notified(notify.family, host_family.family) ? 1 : 0;
              if (cancelled) {
                put(script, host_family.host, notify, CancelCall{}, create(row),
                    CollectCall{.at_least = at_first});
              } else {
                put(script, host_family.host, create(row), notify, call(Call::delete_route, row),
                    CollectCall{.at_least = at_first + notified});
              }
            }};
      });
}

}  // namespace netioconf::conformance::search::sweep::spaces
