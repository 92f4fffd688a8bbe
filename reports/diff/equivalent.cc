#include "reports/diff/equivalent.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "oracle/model/calls.h"
#include "oracle/model/fields.h"

namespace netioconf::reports::diff {
namespace {

using oracle::Call;
using oracle::Ending;
using oracle::Link;
using oracle::RouteRow;
using oracle::Step;

// Real systems count lifetimes down between two calls.
constexpr std::uint32_t lifetime_tolerance_s = 5;

// The number of a link among the links of a trace, or the name itself if no link has that name. The
// second member distinguishes the two cases.
using LinkId = std::pair<bool, std::uint64_t>;

template <class Name>
LinkId id_of(const std::vector<Link>& links, Name Link::* member, Name name) {
  const auto found = std::ranges::find_if(links, [&](const Link& link) { return link.*member == name; });
  if (name == 0 || found == links.end()) return {false, name};
  return {true, static_cast<std::uint64_t>(found - links.begin())};
}

// A name that no link has is left unchanged.
template <class Name>
Name numbered(const std::vector<Link>& links, Name Link::* member, Name name) {
  const LinkId id = id_of(links, member, name);
  return id.first ? static_cast<Name>(id.second + 1) : name;
}

template <class Row>
auto link_ids(const Row& row, const std::vector<Link>& links) {
  return std::tuple{id_of(links, &Link::luid, row.luid), id_of(links, &Link::index, row.index)};
}

auto key_of(const oracle::SocketAddress& address) { return std::tuple{address.family, address.bytes}; }

// Compares all members of two rows except lifetimes and Age.
auto key_of(const RouteRow& row, const std::vector<Link>& links) {
  return std::tuple{link_ids(row, links),
                    key_of(row.destination.address),
                    row.destination.length,
                    key_of(row.next_hop),
                    row.site_prefix_length,
                    row.metric,
                    row.protocol,
                    std::array{row.loopback, row.autoconfigure_address, row.publish, row.immortal},
                    row.origin};
}

auto key_of(const oracle::AnycastRow& row, const std::vector<Link>& links) {
  return std::tuple{link_ids(row, links), key_of(row.address), row.scope_id};
}

bool nearly(std::uint32_t one, std::uint32_t other) {
  if (one == other) return true;
  if (one == oracle::infinite_lifetime_s || other == oracle::infinite_lifetime_s) return false;
  return std::max(one, other) - std::min(one, other) <= lifetime_tolerance_s;
}

bool equivalent(const RouteRow& one, const std::vector<Link>& its_links, const RouteRow& other,
                const std::vector<Link>& other_links) {
  return key_of(one, its_links) == key_of(other, other_links) &&
         nearly(one.valid_lifetime_s, other.valid_lifetime_s) &&
         nearly(one.preferred_lifetime_s, other.preferred_lifetime_s);
}

bool equivalent(const oracle::AnycastRow& one, const std::vector<Link>& its_links,
                const oracle::AnycastRow& other, const std::vector<Link>& other_links) {
  return key_of(one, its_links) == key_of(other, other_links);
}

template <class Row>
bool equivalent(const std::optional<Row>& one, const std::vector<Link>& its_links,
                const std::optional<Row>& other, const std::vector<Link>& other_links) {
  if (!one || !other) return one.has_value() == other.has_value();
  return equivalent(*one, its_links, *other, other_links);
}

template <class Row>
bool equivalent_as_sets(std::vector<Row> some, const std::vector<Link>& their_links,
                        std::vector<Row> others, const std::vector<Link>& other_links) {
  if (some.size() != others.size()) return false;
  const auto sort = [](std::vector<Row>& rows, const std::vector<Link>& links) {
    std::ranges::sort(rows, {}, [&](const Row& row) { return key_of(row, links); });
  };
  sort(some, their_links);
  sort(others, other_links);
  for (std::size_t i = 0; i < some.size(); ++i) {
    if (!equivalent(some[i], their_links, others[i], other_links)) return false;
  }
  return true;
}

bool equivalent(const oracle::TableReply& one, const std::vector<Link>& its_links,
                const oracle::TableReply& other, const std::vector<Link>& other_links) {
  return one.null_pointer == other.null_pointer && one.readable == other.readable &&
         one.row_count == other.row_count &&
         equivalent_as_sets(one.routes, its_links, other.routes, other_links) &&
         equivalent_as_sets(one.anycasts, its_links, other.anycasts, other_links);
}

bool equivalent_notifications(const Done& one, const Done& other) {
  const auto& some = one.step->reply.notifications;
  const auto& others = other.step->reply.notifications;
  return std::ranges::is_permutation(
      some, others, [&](const oracle::Notification& a, const oracle::Notification& b) {
        return a.registration == b.registration && a.type == b.type &&
               a.row.has_value() == b.row.has_value() &&
               (!a.row ||
                (link_ids(*a.row, *one.links) == link_ids(*b.row, *other.links) &&
                 a.row->destination == b.row->destination && a.row->next_hop == b.row->next_hop));
      });
}

// A link's metric belongs to the host, and each implementation may run on its own host.
bool has_the_hosts_metric(const Done& done) {
  const oracle::LinkRow& row = *done.step->reply.link;
  const Link* link = oracle::named_link(*done.host, row.luid, row.index);
  return link != nullptr && oracle::link_metric(*link, row.family) == row.metric;
}

bool equivalent_links(const Done& one, const Done& other) {
  const auto& row = one.step->reply.link;
  const auto& its = other.step->reply.link;
  if (!row || !its) return row.has_value() == its.has_value();
  if (link_ids(*row, *one.links) != link_ids(*its, *other.links) || row->family != its->family)
    return false;
  return row->metric == its->metric || (has_the_hosts_metric(one) && has_the_hosts_metric(other));
}

// Values that a call returns and that depend on the implementation, not on the caller.
bool hands_out_a_row(Call call) {
  return call == Call::initialize_route || oracle::info_of(call).returns == oracle::Returns::row;
}

bool equivalent_answers(const Done& one, const Done& other) {
  const oracle::Reply& reply = one.step->reply;
  const oracle::Reply& its = other.step->reply;
  const Call call = oracle::call_of(one.step->operation);
  if (hands_out_a_row(call) && !(equivalent(reply.route, *one.links, its.route, *other.links) &&
                                 equivalent(reply.anycast, *one.links, its.anycast, *other.links) &&
                                 equivalent_links(one, other))) {
    return false;
  }
  if (reply.best_source != its.best_source || reply.table.has_value() != its.table.has_value())
    return false;
  if (reply.table && !equivalent(*reply.table, *one.links, *its.table, *other.links)) return false;
  return equivalent_notifications(one, other);
}

void mention(std::vector<Link>& mentioned, const oracle::Host& host, std::uint64_t luid,
             std::uint32_t index) {
  for (const Link& link : host.links) {
    if (link.luid != luid && link.index != index) continue;
    if (std::ranges::find(mentioned, link) == mentioned.end()) mentioned.push_back(link);
  }
}

}  // namespace

std::vector<Link> links_by_mention(const oracle::Trace& trace) {
  std::vector<Link> links;
  for (const Step& step : trace.steps) {
    oracle::Operation operation = step.operation;
    oracle::edit_link_name(operation, [&](std::uint64_t luid, std::uint32_t index) {
      mention(links, trace.host, luid, index);
    });
  }
  for (const Link& link : trace.host.links) mention(links, trace.host, link.luid, link.index);
  return links;
}

std::vector<oracle::Operation> operations_of(const oracle::Trace& trace) {
  const std::vector<Link> links = links_by_mention(trace);
  std::vector<oracle::Operation> operations;
  for (const Step& step : trace.steps) {
    if (step.probe) continue;
    oracle::Operation operation = step.operation;
    oracle::edit_link_name(operation, [&](std::uint64_t& luid, std::uint32_t& index) {
      luid = numbered(links, &Link::luid, luid);
      index = numbered(links, &Link::index, index);
    });
    operations.push_back(std::move(operation));
  }
  return operations;
}

bool succeeded(const Step& step) {
  return step.reply.ending == Ending::returned &&
         oracle::meaning_of(step.reply.status) == oracle::Status::success;
}

std::string_view outcome_of(const Step& step) {
  static constexpr std::array<std::string_view, 6> endings{"returned", "crashed", "hung",
                                                           "exited",   "garbled", "unavailable"};
  if (step.reply.ending == Ending::returned)
    return oracle::name_of(oracle::meaning_of(step.reply.status));
  return endings[static_cast<std::size_t>(step.reply.ending)];
}

bool equivalent(const Done& one, const Done& other) {
  if (outcome_of(*one.step) != outcome_of(*other.step)) return false;
  if (one.step->reply.wrote_outside != other.step->reply.wrote_outside) return false;
  return !succeeded(*one.step) || equivalent_answers(one, other);
}

}  // namespace netioconf::reports::diff
