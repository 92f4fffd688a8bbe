#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/rule.h"
#include "oracle/model/trace.h"
#include "oracle/state/key.h"

namespace netioconf::oracle::state {

// The upper limit of a script's duration. Lifetimes and ages that are read may differ by this much, and
// a route with a shorter valid lifetime may expire at any step.
inline constexpr std::uint32_t script_time_limit_s = 3600;

// Members of a route whose values only a read can show, because the stack chooses them. A metric or
// protocol that it chooses is neither the one that was passed nor the one that illegal_protocol and
// unused_metric name as an answer of their own.
enum class Member : std::uint16_t {
  site_prefix = 1 << 0,
  valid_lifetime = 1 << 1,
  preferred_lifetime = 1 << 2,
  metric = 1 << 3,
  protocol = 1 << 4,
  origin = 1 << 5,
};

struct RouteEntry {
  // As it must be read back. Its metric is the offset that was passed, its age the time since the last
  // change that the clock was moved by.
  RouteRow row;
  bool age_is_exact = false;  // the age is not longer: since that change the clock only moved so
  // What Age may read in addition, because a Set that changed no value may have left it alone.
  std::uint64_t age_before_set_s = 0;
  std::uint16_t unknown = 0;       // Members whose value in `row` is not known yet
  bool metric_as_read = false;     // row.metric was read, not passed: it may be an offset or a sum
  bool flags_as_read = false;      // its flags were read, so any adjustment is included
  bool next_hop_left_out = false;  // the family of the next hop was 0
  bool may_expire = false;         // its lifetime is so short that it may expire at any step
  bool preexisting = false;        // it existed before the first step

  friend bool operator==(const RouteEntry&, const RouteEntry&) = default;
};

struct AnycastEntry {
  AnycastRow row;
  bool scope_unknown = true;

  friend bool operator==(const AnycastEntry&, const AnycastEntry&) = default;
};

struct OpenRegistration {
  std::uint16_t family = unspecified_family;
  bool active = false;
  bool unpromised = false;  // its callbacks are not promised: a NULL argument, or a wrong cancellation

  friend bool operator==(const OpenRegistration&, const OpenRegistration&) = default;
};

// A callback that has not been reported yet.
struct Pending {
  std::uint32_t registration = 0;
  std::uint32_t type = 0;
  std::optional<RouteKey> key;  // nullopt: the initial notification
  std::uint32_t index = 0;      // of the link
  bool promised = true;         // false: it may or may not arrive
  bool when_read = false;       // promised as soon as the table was read

  friend bool operator==(const Pending&, const Pending&) = default;
};

struct KeptTable {
  TableReply table;
  bool freed = false;

  friend bool operator==(const KeptTable&, const KeptTable&) = default;
};

// The last call that could change a table. Probes of the tables after it show its effect.
struct TableChange {
  Call call = Call::create_route;
  bool made = false;  // false: no such call since the tables were last read
  bool succeeded = false;
  bool luid_and_index_disagree = false;
  std::optional<RouteKey> route;
  std::optional<AnycastKey> anycast;

  friend bool operator==(const TableChange&, const TableChange&) = default;
};

// Whether the route may have expired at any step: its valid lifetime may be over, by a clock that may
// have run for script_time_limit_s unless its age is exact.
[[nodiscard]] bool may_expire(const RouteEntry& entry);

// Whether the table that this call returns is the one in which the change must show.
[[nodiscard]] bool shows_in(Call table, const TableChange& change);

// The promise that an entry shows at the first read after a change: for the changed entry that the
// change took effect, for any other entry that it stayed the same. `change.made` must be true.
[[nodiscard]] Promise promise_shown(const TableChange& change, bool by_the_changed_entry);

// The changes that a step makes to the state.
struct PutRoute {
  RouteKey key;
  RouteEntry entry;
  friend bool operator==(const PutRoute&, const PutRoute&) = default;
};
struct EraseRoute {
  RouteKey key;
  friend bool operator==(const EraseRoute&, const EraseRoute&) = default;
};
struct PutAnycast {
  AnycastKey key;
  AnycastEntry entry;
  friend bool operator==(const PutAnycast&, const PutAnycast&) = default;
};
struct EraseAnycast {
  AnycastKey key;
  friend bool operator==(const EraseAnycast&, const EraseAnycast&) = default;
};
struct AddRegistration {
  OpenRegistration registration;
  friend bool operator==(const AddRegistration&, const AddRegistration&) = default;
};
struct CancelRegistration {
  std::uint32_t registration = 0;
  friend bool operator==(const CancelRegistration&, const CancelRegistration&) = default;
};
// The callbacks of the registration are not promised any more.
struct DoubtRegistration {
  std::uint32_t registration = 0;
  friend bool operator==(const DoubtRegistration&, const DoubtRegistration&) = default;
};
struct Keep {
  KeptTable table;
  friend bool operator==(const Keep&, const Keep&) = default;
};
struct StopClock {
  friend bool operator==(const StopClock&, const StopClock&) = default;
};
struct Free {
  std::uint32_t table = 0;
  friend bool operator==(const Free&, const Free&) = default;
};
struct SetPending {
  std::vector<Pending> pending;
  friend bool operator==(const SetPending&, const SetPending&) = default;
};
// A link that the host does not list, although a row that existed before the script is on it.
struct AddUnlistedLink {
  Link link;
  friend bool operator==(const AddUnlistedLink&, const AddUnlistedLink&) = default;
};
using Edit =
    std::variant<PutRoute, EraseRoute, PutAnycast, EraseAnycast, AddRegistration, CancelRegistration,
                 DoubtRegistration, Keep, Free, StopClock, SetPending, AddUnlistedLink>;

// The edits of a step in their order.
struct StepEdits {
  std::vector<Edit> entries;
  std::optional<TableChange> change;  // becomes State::last_change()

  template <class Kind>
  void push_back(Kind edit) {
    entries.emplace_back(std::move(edit));
  }
  friend bool operator==(const StepEdits&, const StepEdits&) = default;
};

// The routes of one link to one prefix, reduced to what the choice of the best route depends on.
struct Candidates {
  std::size_t lasting = 0;
  std::size_t may_expire = 0;
  // Of the lasting routes, the metric offsets that are certain, and the other metrics that were read:
  // offsets or sums.
  std::multiset<std::uint32_t> offsets;
  std::multiset<std::uint32_t> metrics_as_read;
};

// Counts items of a few kinds.
template <class Kind>
class Counter {
 public:
  [[nodiscard]] std::size_t of(const Kind& kind) const {
    for (const auto& [each, count] : counts_) {
      if (each == kind) return count;
    }
    return 0;
  }
  void add(const Kind& kind) {
    for (auto& [each, count] : counts_) {
      if (each == kind) {
        ++count;
        return;
      }
    }
    counts_.emplace_back(kind, 1);
  }
  // The count of `kind` must not be 0.
  void remove(const Kind& kind) {
    for (auto& [each, count] : counts_) count -= each == kind ? 1U : 0U;
  }

 private:
  std::vector<std::pair<Kind, std::size_t>> counts_;
};

// The content of the tables that the documents require, under one complete set of answers. The cost of a
// query does not depend on the number of entries.
class State {
 public:
  State() = default;

  [[nodiscard]] const RouteEntry* find(const RouteKey& key) const;
  [[nodiscard]] const AnycastEntry* find(const AnycastKey& key) const;
  [[nodiscard]] bool leads_to(const DestinationKey& destination) const;

  [[nodiscard]] const std::unordered_map<RouteKey, RouteEntry, KeyHash>& routes() const {
    return routes_;
  }
  [[nodiscard]] const std::unordered_map<AnycastKey, AnycastEntry, KeyHash>& anycasts() const {
    return anycasts_;
  }

  // Numbers of entries of a family. Lasting entries must exist; those that may have expired need not.
  [[nodiscard]] std::size_t lasting_routes(std::uint16_t family) const;
  [[nodiscard]] std::size_t expiring_routes(std::uint16_t family) const;
  [[nodiscard]] std::size_t anycast_count(std::uint16_t family) const;

  // The routes of a link to a prefix, which must be bare and masked; nullptr: none ever existed.
  [[nodiscard]] const Candidates* candidates(const DestinationKey& prefix) const;
  // True if a route of that family and prefix length exists.
  [[nodiscard]] bool has_length(std::uint16_t family, std::uint8_t length) const;

  // Whether a route with this key exists or existed before.
  [[nodiscard]] bool existed(const RouteKey& key) const;
  // The value that the stack chose when the same entry existed before; nullopt if it is not known.
  [[nodiscard]] std::optional<std::uint32_t> origin_before(const RouteKey& key) const;
  // All addresses of global scope on a link have the same one.
  [[nodiscard]] std::optional<std::uint32_t> scope_before(const AnycastKey& key) const;

  [[nodiscard]] const std::vector<OpenRegistration>& registrations() const { return registrations_; }
  [[nodiscard]] const std::vector<Pending>& pending() const { return pending_; }
  [[nodiscard]] const std::vector<KeptTable>& kept() const { return kept_; }
  [[nodiscard]] const TableChange& last_change() const { return last_change_; }
  // Whether the clock moves by netioconf_advance only.
  [[nodiscard]] bool clock_stands() const { return clock_stands_; }

  // Only the names of these links are known.
  [[nodiscard]] const std::vector<Link>& unlisted_links() const { return unlisted_links_; }
  // The link that a read row names; nullptr: none.
  [[nodiscard]] const Link* link_of_row(const Host& host, std::uint64_t luid, std::uint32_t index) const;

  void apply(const Edit& edit);
  void apply(const StepEdits& edits);

 private:
  struct Applying;

  void put(const RouteKey& key, const RouteEntry& entry);
  void erase(const RouteKey& key);
  void remember(const RouteKey& key, const RouteEntry& entry);
  void count(const RouteKey& key, const RouteEntry& entry, bool added);

  std::unordered_map<RouteKey, RouteEntry, KeyHash> routes_;
  std::unordered_map<AnycastKey, AnycastEntry, KeyHash> anycasts_;
  std::unordered_map<DestinationKey, std::size_t, KeyHash> destinations_;
  std::unordered_map<DestinationKey, Candidates, KeyHash> candidates_;
  Counter<std::pair<std::uint16_t, std::uint8_t>> lengths_;  // of a family
  Counter<std::uint16_t> lasting_;                           // by family, like the next two
  Counter<std::uint16_t> expiring_;
  Counter<std::uint16_t> anycast_counts_;
  // The origins of routes that were changed or erased; nullopt: not known.
  std::unordered_map<RouteKey, std::optional<std::uint32_t>, KeyHash> origins_before_;
  std::unordered_map<AnycastKey, std::uint32_t, KeyHash> scopes_;
  std::vector<OpenRegistration> registrations_;
  std::vector<Pending> pending_;
  std::vector<KeptTable> kept_;
  std::vector<Link> unlisted_links_;
  TableChange last_change_;
  bool clock_stands_ = false;
};

// The key that best-route lookups use to find a route: bare and masked.
[[nodiscard]] DestinationKey lookup_key(std::uint64_t luid, const Prefix& prefix);

[[nodiscard]] constexpr bool is_unknown(const RouteEntry& entry, Member member) {
  return (entry.unknown & static_cast<std::uint16_t>(member)) != 0;
}

// Whether a stack may have added this route with an anycast address that exists, or existed until the
// last change. CreateAnycastIpAddressEntry mentions no such route and excludes none.
[[nodiscard]] bool may_come_with_anycast(const State& state, const RouteKey& key);

}  // namespace netioconf::oracle::state
