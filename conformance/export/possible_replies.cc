#include "conformance/export/possible_replies.h"

#include <algorithm>

#include "oracle/model/calls.h"
#include "oracle/model/steps.h"
#include "oracle/state/pending.h"

namespace netioconf::conformance::exporting {
namespace {

using oracle::Call;
using oracle::Reply;

// With more entries than this that may or may not exist, trying every subset takes too long.
constexpr std::size_t uncertain_count_max = 4;

struct Trying {
  const oracle::engine::Hypothesis& hypothesis;
  const RowNumbers& numbers;
  const oracle::Host& host;
  std::vector<PossibleReply> made;
};

bool is_of(std::uint16_t family, const oracle::SocketAddress& address) {
  return family == oracle::unspecified_family || family == address.family;
}

// The number of subsets of the entries that may or may not exist. A subset is a set of bits.
std::size_t subset_count(std::size_t uncertain) {
  return std::size_t{1} << std::min(uncertain, uncertain_count_max);
}

void try_routes_in_table(Trying& trying, std::uint16_t family) {
  std::vector<oracle::state::RouteKey> lasting;
  std::vector<oracle::state::RouteKey> may_expire;
  for (const auto& [key, entry] : trying.hypothesis.state.routes()) {
    if (is_of(family, key.to.destination)) (entry.may_expire ? may_expire : lasting).push_back(key);
  }
  for (std::size_t subset = 0; subset < subset_count(may_expire.size()); ++subset) {
    std::vector<oracle::state::RouteKey> keys = lasting;
    for (std::size_t i = 0; i < may_expire.size(); ++i) {
      if (i >= uncertain_count_max || ((subset >> i) & 1) != 0) keys.push_back(may_expire[i]);
    }
    PossibleReply possible;
    possible.reply.table.emplace();
    for (const oracle::state::RouteKey& key : keys) {
      possible.reply.table->routes.push_back(trying.hypothesis.state.find(key)->row);
      possible.content.routes.push_back(trying.numbers.routes.at(key));
    }
    possible.reply.table->row_count = static_cast<std::uint32_t>(keys.size());
    std::ranges::sort(possible.content.routes);
    trying.made.push_back(std::move(possible));
  }
}

void try_anycasts_in_table(Trying& trying, std::uint16_t family) {
  PossibleReply possible;
  possible.reply.table.emplace();
  for (const auto& [key, entry] : trying.hypothesis.state.anycasts()) {
    if (!is_of(family, key.address)) continue;
    possible.reply.table->anycasts.push_back(entry.row);
    possible.content.anycasts.push_back(trying.numbers.anycasts.at(key));
  }
  possible.reply.table->row_count = static_cast<std::uint32_t>(possible.content.anycasts.size());
  std::ranges::sort(possible.content.anycasts);
  trying.made.push_back(std::move(possible));
}

// Tries a reply with each existing entry as the one found.
void try_each(Trying& trying, const auto& numbers, std::vector<std::size_t> Content::* found) {
  for (const auto& [key, number] : numbers) {
    const auto* entry = trying.hypothesis.state.find(key);
    if (entry == nullptr) continue;
    PossibleReply possible;
    possible.reply.*oracle::PlacesOf<std::remove_cvref_t<decltype(entry->row)>>::in_reply = entry->row;
    possible.content.*found = {number};
    trying.made.push_back(std::move(possible));
  }
}
void try_each_route(Trying& trying) { try_each(trying, trying.numbers.routes, &Content::routes); }

void try_success(Trying& trying, const oracle::RouteCall& call) {
  if (call.call == Call::get_route && call.row) return try_each_route(trying);
  PossibleReply possible;
  possible.reply.route = call.row;
  if (call.call == Call::initialize_route) {
    possible.reply.route = oracle::RouteRow{.site_prefix_length = 255,
                                            .valid_lifetime_s = oracle::infinite_lifetime_s,
                                            .preferred_lifetime_s = oracle::infinite_lifetime_s,
                                            .metric = oracle::unused_metric,
                                            .protocol = 0xffffffff,
                                            .loopback = 1,
                                            .autoconfigure_address = 1,
                                            .publish = 1,
                                            .immortal = 1};
  }
  trying.made.push_back(std::move(possible));
}

void try_success(Trying& trying, const oracle::AnycastCall& call) {
  if (call.call == Call::get_anycast && call.row)
    return try_each(trying, trying.numbers.anycasts, &Content::anycasts);
  PossibleReply possible;
  possible.reply.anycast = call.row;
  trying.made.push_back(std::move(possible));
}

void try_success(Trying& trying, const oracle::TableCall& call) {
  if (call.call == Call::route_table) return try_routes_in_table(trying, call.family);
  try_anycasts_in_table(trying, call.family);
}

void try_success(Trying& trying, const oracle::KeptTableCall& call) {
  PossibleReply possible;
  const auto& kept = trying.hypothesis.state.kept();
  if (call.call == Call::reread_table && call.table < kept.size()) {
    possible.reply.table = kept[call.table].table;
  }
  trying.made.push_back(std::move(possible));
}

// An address of the host of that family; all zeros if it has none.
oracle::SocketAddress own_address(const oracle::Host& host, std::uint16_t family) {
  for (const oracle::Link& link : host.links) {
    for (const oracle::Prefix& own : link.addresses) {
      if (own.address.family == family) return own.address;
    }
  }
  return {};
}

void try_success(Trying& trying, const oracle::BestRouteCall& call) {
  try_each_route(trying);
  const std::uint16_t family = call.destination ? call.destination->family : oracle::unspecified_family;
  for (PossibleReply& possible : trying.made)
    possible.reply.best_source = own_address(trying.host, family);
}

void try_success(Trying& trying, const oracle::NotifyCall&) { trying.made.emplace_back(); }

void try_success(Trying& trying, const oracle::CancelCall&) { trying.made.emplace_back(); }

bool is_initial(const oracle::state::Pending& pending) {
  return pending.type == oracle::state::initial_notification;
}

oracle::Notification notification_of(const oracle::state::Pending& pending) {
  oracle::Notification seen{.registration = pending.registration, .type = pending.type, .row = {}};
  if (is_initial(pending)) return seen;
  seen.row = oracle::RouteRow{.luid = pending.key->to.luid, .index = pending.index};
  seen.row->destination = {.address = pending.key->to.destination, .length = pending.key->to.length};
  seen.row->next_hop = pending.key->next_hop;
  return seen;
}

void try_success(Trying& trying, const oracle::AdvanceCall&) { trying.made.emplace_back(); }

// The reply contains the promised callbacks. Callbacks that may come are expected as optional. They need
// no replies of their own, because the oracle keeps a callback pending if it does not come.
void try_success(Trying& trying, const oracle::CollectCall&) {
  PossibleReply possible;
  for (const oracle::state::Pending& pending : trying.hypothesis.state.pending()) {
    ExpectedCallback callback{.registration = pending.registration,
                              .type = pending.type,
                              .initial = is_initial(pending),
                              .promised = pending.promised};
    if (!is_initial(pending)) {
      const auto found = trying.numbers.routes.find(*pending.key);
      if (found == trying.numbers.routes.end()) continue;
      callback.route = found->second;
    }
    possible.content.callbacks.push_back(callback);
    if (pending.promised) possible.reply.notifications.push_back(notification_of(pending));
  }
  trying.made.push_back(std::move(possible));
}

void try_success(Trying& trying, const oracle::LinkCall& call) {
  PossibleReply possible;
  if (call.row) {
    const oracle::Link* link = oracle::named_link(trying.host, call.row->luid, call.row->index);
    if (link == nullptr) return;
    possible.reply.link = oracle::LinkRow{.family = call.row->family,
                                          .luid = link->luid,
                                          .index = link->index,
                                          .metric = oracle::link_metric(*link, call.row->family),
                                          .path_mtu_timeout_ms = link->path_mtu_timeout_ms};
  }
  trying.made.push_back(std::move(possible));
}

void try_failures(Trying& trying, const oracle::Operation& operation) {
  for (std::size_t i = 0; i < oracle::status_count; ++i) {
    const auto status = static_cast<oracle::Status>(i);
    if (status == oracle::Status::success) continue;
    trying.made.push_back({.reply = oracle::reply_with_own_row(operation, oracle::ntstatus_of(status))});
  }
}

}  // namespace

std::vector<PossibleReply> possible_replies(const oracle::engine::Hypothesis& hypothesis,
                                            const RowNumbers& numbers, const oracle::Host& host,
                                            const oracle::Operation& operation) {
  Trying trying{.hypothesis = hypothesis, .numbers = numbers, .host = host};
  std::visit([&](const auto& call) { try_success(trying, call); }, operation);
  if (oracle::returns_status(oracle::call_of(operation))) try_failures(trying, operation);
  return std::move(trying.made);
}

}  // namespace netioconf::conformance::exporting
