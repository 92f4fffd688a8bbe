#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/groups.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"

// Mutants of lifetimes and ages, which netioconf_advance shows.
namespace netioconf::conformance::mutants::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace clock_mutants {

using emulator::Behaviour;
using rows::Row;
using Seconds = std::optional<std::uint64_t>;

// end: std::uint64_t (const MIB_IPFORWARD_ROW2& row, std::uint64_t changed_s), of finite lifetimes
template <auto end>
Behaviour ending() {
  return replaced<&Behaviour::ends_at, [](const clock_mutants::Row& row, std::uint64_t changed_s) {
    if (row.ValidLifetime == emulator::effects::for_ever) return clock_mutants::Seconds{};
    return clock_mutants::Seconds{end(row, changed_s)};
  }>();
}

// spared: bool (const MIB_IPFORWARD_ROW2& row), of immortal routes
template <auto spared>
Behaviour sparing() {
  return replaced<&Behaviour::ends_at, [](const clock_mutants::Row& row, std::uint64_t changed_s) {
    return row.Immortal != 0 && spared(row) ? clock_mutants::Seconds{}
                                            : emulator::common().ends_at(row, changed_s);
  }>();
}

bool is_ipv6(const Row& row) { return row.DestinationPrefix.Prefix.si_family == emulator::ipv6; }

std::uint32_t age_since(std::uint64_t second, const emulator::Ages& ages) {
  return static_cast<std::uint32_t>(ages.now_s < second ? 0 : ages.now_s - second);
}

std::uint32_t left_of(std::uint32_t lifetime_s, std::uint64_t gone_s) {
  if (lifetime_s == emulator::effects::for_ever) return lifetime_s;
  return gone_s < lifetime_s ? static_cast<std::uint32_t>(lifetime_s - gone_s) : 0;
}

constexpr Mutant list[] = {
    {"route-expires-before-its-last-second", "clock.expiry",
     "removes a route one second before its lifetime has passed",
     clock_mutants::ending<[](const clock_mutants::Row& row, std::uint64_t changed_s) {
       return changed_s + row.ValidLifetime - (row.ValidLifetime < 1 ? 0 : 1);
     }>},
    {"route-expires-a-second-late", "clock.expiry",
     "removes a route one second after its lifetime has passed",
     clock_mutants::ending<[](const clock_mutants::Row& row, std::uint64_t changed_s) {
       return changed_s + row.ValidLifetime + 2;
     }>},
    {"route-expires-never", "clock.expiry", "never removes a route",
     replaced<&Behaviour::ends_at,
              [](const clock_mutants::Row&, std::uint64_t) { return clock_mutants::Seconds{}; }>},
    {"route-expires-by-its-preferred-lifetime", "clock.expiry",
     "removes a route after its preferred lifetime",
     clock_mutants::ending<[](const clock_mutants::Row& row, std::uint64_t changed_s) {
       return changed_s + row.PreferredLifetime + 1;
     }>},
    {"route-expires-after-an-hour-at-most", "clock.expiry", "removes every finite route after an hour",
     clock_mutants::ending<[](const clock_mutants::Row& row, std::uint64_t changed_s) {
       return changed_s + (row.ValidLifetime < 3600 ? row.ValidLifetime : 3600) + 1;
     }>},
    {"route-of-ipv6-expires-at-its-last-moment", "clock.expiry",
     "removes IPv6 routes at the moment when IPv4 routes still exist",
     clock_mutants::ending<[](const clock_mutants::Row& row, std::uint64_t changed_s) {
       return changed_s + row.ValidLifetime + (clock_mutants::is_ipv6(row) ? 0 : 1);
     }>},
    {"route-of-ipv6-is-immortal", "clock.expiry", "spares immortal routes of IPv6 only",
     replaced<&Behaviour::ends_at,
              [](const clock_mutants::Row& row, std::uint64_t changed_s) {
                const bool spared = clock_mutants::is_ipv6(row) && row.Immortal != 0;
                return spared ? clock_mutants::Seconds{} : emulator::common().ends_at(row, changed_s);
              }>},
    {"route-on-link-is-immortal", "clock.expiry", "spares immortal routes without next hop only",
     clock_mutants::sparing<[](const clock_mutants::Row& row) {
       return emulator::is_zero(emulator::address_of(row.NextHop));
     }>},
    {"route-of-long-prefix-is-immortal", "clock.expiry",
     "spares immortal routes with a prefix of more than 16 bits only",
     clock_mutants::sparing<[](const clock_mutants::Row& row) {
       return 16 < row.DestinationPrefix.PrefixLength;
     }>},

    {"expiry-never-announced", "notify.one-per-change", "does not notify of a route that expires",
     replaced<&Behaviour::announce,
              [](emulator::Call call, emulator::Status verdict, const clock_mutants::Row& before,
                 const clock_mutants::Row& after) {
                emulator::Announcement announced =
                    emulator::common().announce(call, verdict, before, after);
                if (call == emulator::Call::route_expiry) announced.times = 0;
                return announced;
              }>},
    {"expiry-notified-twice", "notify.one-per-change", "notifies twice of a route that expires",
     replaced<&Behaviour::announce,
              [](emulator::Call call, emulator::Status verdict, const clock_mutants::Row& before,
                 const clock_mutants::Row& after) {
                emulator::Announcement announced =
                    emulator::common().announce(call, verdict, before, after);
                if (call == emulator::Call::route_expiry) announced.times = 2;
                return announced;
              }>},
    {"expiry-notified-as-a-change", "notify.one-per-change",
     "reports a route that expires as a changed route",
     replaced<&Behaviour::announce,
              [](emulator::Call call, emulator::Status verdict, const clock_mutants::Row& before,
                 const clock_mutants::Row& after) {
                emulator::Announcement announced =
                    emulator::common().announce(call, verdict, before, after);
                if (call == emulator::Call::route_expiry) announced.type = MibParameterNotification;
                return announced;
              }>},

    {"age-starts-again-with-a-get", "route-get.age", "starts the age again when Get finds the route",
     replaced<&Behaviour::changed_by_get, [](std::uint64_t, std::uint64_t now_s) { return now_s; }>},
    {"age-stands-still", "route.age", "returns an age of zero whatever the time",
     replaced<&Behaviour::age,
              [](const clock_mutants::Row&, const emulator::Ages&) { return std::uint32_t{0}; }>},
    {"age-in-minutes", "route.age", "returns the age in minutes",
     replaced<&Behaviour::age,
              [](const clock_mutants::Row&, const emulator::Ages& ages) {
                return clock_mutants::age_since(ages.changed_s, ages) / 60;
              }>},
    {"age-counts-from-the-creation", "route-set.age", "does not start the age again with a Set",
     replaced<&Behaviour::age,
              [](const clock_mutants::Row&, const emulator::Ages& ages) {
                return clock_mutants::age_since(ages.created_s, ages);
              }>},

    {"lifetimes-count-down-from-the-creation", "route-set.keeps-members",
     "returns what is left of the lifetimes since the route was added",
     replaced<&Behaviour::lifetimes,
              [](const clock_mutants::Row& row, const emulator::Ages& ages) {
                const std::uint32_t gone_s = clock_mutants::age_since(ages.created_s, ages);
                return emulator::Lifetimes{clock_mutants::left_of(row.ValidLifetime, gone_s),
                                           clock_mutants::left_of(row.PreferredLifetime, gone_s)};
              }>},
    {"lifetimes-count-down-too-fast", "route.keeps-members",
     "returns lifetimes that decrease by two seconds in each second",
     replaced<&Behaviour::lifetimes,
              [](const clock_mutants::Row& row, const emulator::Ages& ages) {
                const std::uint64_t gone_s = 2ULL * clock_mutants::age_since(ages.changed_s, ages);
                return emulator::Lifetimes{clock_mutants::left_of(row.ValidLifetime, gone_s),
                                           clock_mutants::left_of(row.PreferredLifetime, gone_s)};
              }>},
    {"lifetimes-of-ipv6-count-down", "route.keeps-members",
     "returns what is left of the lifetimes of IPv6 routes only",
     replaced<&Behaviour::lifetimes,
              [](const clock_mutants::Row& row, const emulator::Ages& ages) {
                const std::uint32_t gone_s =
                    clock_mutants::is_ipv6(row) ? clock_mutants::age_since(ages.changed_s, ages) : 0;
                return emulator::Lifetimes{clock_mutants::left_of(row.ValidLifetime, gone_s),
                                           clock_mutants::left_of(row.PreferredLifetime, gone_s)};
              }>},
};

}  // namespace clock_mutants

std::span<const Mutant> clock() { return clock_mutants::list; }

}  // namespace netioconf::conformance::mutants::groups
