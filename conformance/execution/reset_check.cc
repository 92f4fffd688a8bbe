#include "conformance/execution/reset_check.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <type_traits>
#include <utility>

#include "conformance/execution/execution.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::AnycastRow;
using oracle::Host;
using oracle::Link;
using oracle::RouteRow;
using oracle::Trace;

// A fuzzer makes more hosts than are worth a look.
constexpr std::size_t most_hosts = 256;
constexpr std::size_t most_changes = 4096;

bool ended_well(const Trace& trace) { return trace.skipped.empty() && all_went_on(trace); }

// What a host means, in one order. The metric of a missing stack means nothing.
Host normalized(Host host) {
  for (Link& link : host.links) {
    link.ipv4 = link.ipv4 && host.ipv4;
    link.ipv6 = link.ipv6 && host.ipv6;
    if (!link.ipv4) link.ipv4_metric = 0;
    if (!link.ipv6) link.ipv6_metric = 0;
    std::ranges::sort(link.addresses, {}, [](const oracle::Prefix& each) {
      return std::tie(each.address.family, each.address.bytes);
    });
  }
  std::ranges::sort(host.links, {}, [](const Link& link) { return std::tie(link.luid, link.index); });
  return host;
}

// A path MTU timeout of 0 asks for any, and so does a link without addresses.
bool is_as_asked(const Host& described, const Host& asked) {
  Host there = normalized(described);
  const Host wanted = normalized(asked);
  for (std::size_t i = 0; i < std::min(there.links.size(), wanted.links.size()); ++i) {
    if (wanted.links[i].path_mtu_timeout_ms == 0) there.links[i].path_mtu_timeout_ms = 0;
    if (wanted.links[i].addresses.empty()) there.links[i].addresses.clear();
  }
  return there == wanted;
}

oracle::LinkCall about(const Link& link, std::uint16_t family) {
  return {.row = oracle::LinkRow{.family = family, .luid = link.luid, .index = link.index}};
}

// The host as GetIpInterfaceEntry shows it, of an implementation that describes none: the links of the
// host that was asked for and of the host before. nullopt: it shows no link at all, or others than it
// was asked about.
std::optional<Host> host_by_its_links(implementations::Transport& transport, const Host& asked,
                                      const Host& before) {
  if (!transport.has(oracle::Call::get_link)) return std::nullopt;
  Host there = asked;
  for (const Link& link : before.links) {
    const bool is_asked =
        std::ranges::any_of(asked.links, [&](const Link& each) { return each.luid == link.luid; });
    if (!is_asked) there.links.push_back(link);
  }
  std::vector<oracle::Operation> operations;
  for (const Link& link : there.links) {
    for (const std::uint16_t family : {oracle::ipv4_family, oracle::ipv6_family})
      operations.emplace_back(about(link, family));
  }
  const implementations::Outcome outcome =
      transport.run({.start = implementations::Start::resume, .operations = operations});
  if (outcome.replies.size() != operations.size()) return std::nullopt;
  auto reply = outcome.replies.begin();
  bool names_links = true;
  const auto read = [&](const Link& link, bool& of_host, bool& of_link, std::uint32_t& metric) {
    of_link = reply->ending == oracle::Ending::returned && reply->status == 0 && reply->link;
    if (of_link) metric = reply->link->metric;
    names_links = names_links &&
                  (!of_link || (reply->link->luid == link.luid && reply->link->index == link.index));
    of_host = of_host || of_link;
    ++reply;
  };
  for (Link& link : there.links) {
    read(link, there.ipv4, link.ipv4, link.ipv4_metric);
    read(link, there.ipv6, link.ipv6, link.ipv6_metric);
  }
  // A link without a stack cannot be seen.
  std::erase_if(there.links, [](const Link& each) { return !each.ipv4 && !each.ipv6; });
  if (there.links.empty() || !names_links) return std::nullopt;
  for (const Link& link : asked.links) {
    const bool has_stack = (asked.ipv4 && link.ipv4) || (asked.ipv6 && link.ipv6);
    const bool is_seen = oracle::named_link(there, link.luid, link.index) != nullptr;
    if (!has_stack && !is_seen) there.links.push_back(link);
  }
  return there;
}

// What identifies an entry for this purpose.
auto key_of(const RouteRow& row) {
  return std::tuple{row.destination.address.family,
                    oracle::ip_bytes(masked(row.destination.address, row.destination.length)),
                    row.destination.length, oracle::ip_bytes(row.next_hop)};
}

auto key_of(const AnycastRow& row) {
  return std::tuple{row.address.family, oracle::ip_bytes(row.address)};
}

template <class Row>
using Keys = std::set<decltype(key_of(std::declval<Row>()))>;

// The entries that the script created and that the last read of the whole table shows.
template <class Row>
std::vector<Row> created_and_left(const Trace& trace) {
  Keys<Row> created;
  for (const oracle::Step& step : trace.steps) {
    const auto* call = std::get_if<oracle::CallOn<Row>>(&step.operation);
    const bool creates = call != nullptr && oracle::creates(call->call) && call->row.has_value();
    if (creates && step.reply.status == 0) created.insert(key_of(*call->row));
  }
  if (created.empty()) return {};
  const oracle::Operation whole = oracle::TableCall{.call = oracle::table_call<Row>};
  const auto last =
      std::find_if(trace.steps.rbegin(), trace.steps.rend(), [&](const oracle::Step& step) {
        return step.operation == whole && step.reply.table && step.reply.table->readable;
      });
  if (last == trace.steps.rend()) return {};
  std::vector<Row> left = (*last->reply.table).*oracle::PlacesOf<Row>::in_table;
  std::erase_if(left, [&](const Row& row) { return !created.contains(key_of(row)); });
  return left;
}

// Whether a reset leaves one of these entries.
template <class Row>
bool leaves(implementations::Transport& transport, const Host& host, const std::vector<Row>& entries) {
  const implementations::Outcome outcome =
      transport.run({.start = implementations::Start::reset,
                     .host = host,
                     .operations = {oracle::TableCall{.call = oracle::table_call<Row>}}});
  if (outcome.replies.empty() || !outcome.replies.front().table) return false;
  const std::vector<Row>& rows = (*outcome.replies.front().table).*oracle::PlacesOf<Row>::in_table;
  Keys<Row> left;
  for (const Row& entry : entries) left.insert(key_of(entry));
  return std::ranges::any_of(rows, [&](const Row& row) { return left.contains(key_of(row)); });
}

// Whether the script collects callbacks and leaves a registration that it made.
bool may_show_an_earlier_registration(const Trace& trace) {
  std::size_t made = 0;
  std::size_t cancelled = 0;
  bool collects = false;
  for (const oracle::Step& step : trace.steps) {
    const bool success = step.reply.status == 0;
    if (std::holds_alternative<oracle::NotifyCall>(step.operation)) made += success ? 1 : 0;
    if (std::holds_alternative<oracle::CancelCall>(step.operation)) cancelled += success ? 1 : 0;
    collects = collects || std::holds_alternative<oracle::CollectCall>(step.operation);
  }
  return collects && made > cancelled;
}

}  // namespace

const AfterReset& ResetCheck::after_reset_to(const Host& wanted) {
  host_changes_ = last_ >= hosts_.size() || hosts_[last_].wanted != wanted;
  const auto is_it = [&](const KnownHost& host) { return host.wanted == wanted; };
  if (last_ >= hosts_.size() || !is_it(hosts_[last_])) {
    last_ = static_cast<std::size_t>(std::ranges::find_if(hosts_, is_it) - hosts_.begin());
  }
  return last_ < hosts_.size() ? hosts_[last_].after : of_a_new_host_;
}

bool ResetCheck::learn(implementations::Transport& transport, const Host& wanted, const Trace& trace) {
  const bool looks_again = !registrations_looked_at_ && may_show_an_earlier_registration(trace) &&
                           transport.has_reset() && ended_well(trace);
  if (looks_again) registrations_looked_at_ = true;
  return learn_of_host(transport, wanted, trace) || looks_again;
}

bool ResetCheck::learn_of_host(implementations::Transport& transport, const Host& wanted,
                               const Trace& trace) {
  const bool is_new = last_ == hosts_.size();
  const bool asks_for_host = host_changes_ && changes_ < most_changes;
  if (is_new ? last_ == most_hosts : !asks_for_host && is_done_with(hosts_[last_], trace)) return false;
  if (!transport.has_reset() || !ended_well(trace)) return false;
  if (is_new) hosts_.push_back({.wanted = wanted, .after = of_a_new_host_});
  KnownHost& host = hosts_[last_];
  const bool learned_host = asks_for_host && learn_host(transport, trace, host);
  if (is_done_with(host, trace)) return learned_host;
  learn_tables(transport, trace, host);
  return learned_host || host.after.leaves_entries;
}

// Each entry takes a step that creates it, and one that reads the table.
bool ResetCheck::is_done_with(const KnownHost& host, const Trace& trace) const {
  return trace.steps.size() < 2 || host.after.leaves_entries ||
         (host.routes_looked_at && host.anycasts_looked_at && trace.steps.size() <= 2 * most_entries_);
}

// A reset may set up a host for the first time only, or only after some other hosts.
bool ResetCheck::learn_host(implementations::Transport& transport, const Trace& trace, KnownHost& host) {
  ++changes_;
  AfterReset& after = host.after;
  const AfterReset before = after;
  const Host& asked = trace.wanted_host ? *trace.wanted_host : trace.host;
  after.described.reset();
  after.bad_description.clear();
  const auto described = transport.described();
  std::optional<Host> there;
  // A testee that offers another host than the wanted one does not reset.
  if (!described && asked == host.wanted) {
    there = host_by_its_links(transport, asked, host_before_);
  } else if (described && *described) {
    there = **described;
  } else if (described) {
    after.bad_description = described->error();
  }
  if (there && !is_as_asked(*there, asked)) after.described = there;
  host_before_ = there.value_or(asked);
  return after != before;
}

void ResetCheck::learn_tables(implementations::Transport& transport, const Trace& trace,
                              KnownHost& host) {
  const auto look = [&]<class Row>(bool& looked_at, std::type_identity<Row>) {
    const std::vector<Row> entries = created_and_left<Row>(trace);
    if (entries.empty() || (looked_at && entries.size() <= most_entries_)) return;
    looked_at = true;
    most_entries_ = std::max(most_entries_, entries.size());
    if (!leaves(transport, host.wanted, entries)) return;
    of_a_new_host_.leaves_entries = true;
    for (KnownHost& each : hosts_) each.after.leaves_entries = true;
  };
  look(host.routes_looked_at, std::type_identity<RouteRow>{});
  look(host.anycasts_looked_at, std::type_identity<AnycastRow>{});
}

}  // namespace netioconf::conformance::execution
