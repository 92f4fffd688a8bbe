#include "oracle/words/describe.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "oracle/model/calls.h"

namespace netioconf::oracle::words {
namespace {

using words::describe;  // The function of the same name below would hide them.

using Octets = std::span<const std::uint8_t>;

std::string verb(Call call) { return std::string{info_of(call).verb}; }

std::string digits(std::uint64_t value, std::size_t width, std::string_view alphabet) {
  std::string text;
  for (; value != 0 || text.size() < width; value /= 16) text.insert(text.begin(), alphabet[value % 16]);
  return text;
}

std::string hex(std::uint64_t value, std::size_t width) {
  return "0x" + digits(value, width, "0123456789ABCDEF");
}

// NTSTATUS codes, negative numbers and "not used" are easier to recognize in hexadecimal.
std::string number(std::uint32_t value) {
  return value >= 0x80000000 ? hex(value, 8) : std::to_string(value);
}

std::string seconds(std::uint32_t value) {
  return value == infinite_lifetime_s ? "infinite" : std::to_string(value) + " s";
}

std::uint64_t big_endian(Octets bytes) {
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return value;
}

// Omits trailing zeros.
std::string bytes_text(Octets bytes) {
  const auto is_set = [](std::uint8_t byte) { return byte != 0; };
  const auto end = std::find_if(bytes.rbegin(), bytes.rend(), is_set).base();
  std::string text = "0x";
  for (auto byte = bytes.begin(); byte != end; ++byte) text += digits(*byte, 2, "0123456789ABCDEF");
  return text;
}

bool is_zero(Octets bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

std::string dotted(Octets bytes) {
  return std::to_string(bytes[0]) + "." + std::to_string(bytes[1]) + "." + std::to_string(bytes[2]) +
         "." + std::to_string(bytes[3]);
}

// A run of zero groups. "::" replaces the first of the longest runs.
struct DigitRun {
  std::size_t start = 0;
  std::size_t length = 0;
};

DigitRun longest_run(Octets address) {
  DigitRun best;
  DigitRun run;
  for (std::size_t group = 0; group < 8; ++group) {
    const bool zero = is_zero(address.subspan(group * 2, 2));
    run = zero ? DigitRun{run.start, run.length + 1} : DigitRun{group + 1, 0};
    if (run.length > best.length) best = run;
  }
  return best;
}

std::string groups(Octets address, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t group = first; group < end; ++group) {
    if (group != first) text += ":";
    text += digits(big_endian(address.subspan(group * 2, 2)), 1, "0123456789abcdef");
  }
  return text;
}

// RFC 5952, sections 4 and 5.
std::string colons(Octets address) {
  const bool mapped = big_endian(address.first(8)) == 0 && big_endian(address.subspan(8, 4)) == 0xffff;
  if (mapped) return "::ffff:" + dotted(address.last(4));
  const DigitRun run = longest_run(address);
  if (run.length < 2) return groups(address, 0, 8);
  return groups(address, 0, run.start) + "::" + groups(address, run.start + run.length, 8);
}

std::string plain(const SocketAddress& address) {
  const Octets bytes{address.bytes};
  if (address.family == ipv4_family) return dotted(bytes.subspan(2, 4));
  if (address.family == ipv6_family) return colons(bytes.subspan(6, 16));
  return "family " + std::to_string(address.family);
}

using Notes = std::vector<std::string>;

void note_number(Notes& notes, std::string_view name, std::uint64_t value) {
  if (value != 0) notes.push_back(std::string{name} + " " + std::to_string(value));
}

void note_bytes(Notes& notes, std::string_view name, Octets bytes) {
  if (!is_zero(bytes)) notes.push_back(std::string{name} + " " + bytes_text(bytes));
}

// The content of a socket address outside the IP address.
Notes strays(const SocketAddress& address) {
  const Octets bytes{address.bytes};
  Notes notes;
  if (!is_ip(address.family)) {
    note_bytes(notes, "bytes", bytes);
    return notes;
  }
  note_number(notes, "port", big_endian(bytes.first(2)));
  if (address.family == ipv4_family) {
    note_bytes(notes, "padding", bytes.subspan(6));
  } else {
    const std::array<std::uint8_t, 4> scope_id{bytes[25], bytes[24], bytes[23], bytes[22]};
    note_number(notes, "flow info", big_endian(bytes.subspan(2, 4)));
    note_number(notes, "scope id", big_endian(scope_id));
  }
  return notes;
}

std::string in_brackets(const Notes& notes) {
  std::string text;
  for (const std::string& note : notes) text += (text.empty() ? " (" : ", ") + note;
  return text.empty() ? text : text + ")";
}

std::string after_commas(const Notes& notes) {
  std::string text;
  for (const std::string& note : notes) text += ", " + note;
  return text;
}

std::string prefix_text(const Prefix& prefix) {
  Notes notes = strays(prefix.address);
  note_bytes(notes, "padding", prefix.padding);
  return plain(prefix.address) + "/" + std::to_string(prefix.length) + in_brackets(notes);
}

std::string next_hop_text(const RouteRow& row) {
  const std::uint16_t family = row.destination.address.family;
  const bool on_link = is_ip(family) && row.next_hop == SocketAddress{.family = family, .bytes = {}};
  return on_link ? " on-link" : " via " + describe(row.next_hop);
}

std::string link_text(std::uint64_t luid, std::uint32_t index) {
  if (luid != 0)
    return " on luid " + hex(luid, 1) + (index == 0 ? "" : " (index " + number(index) + ")");
  return index == 0 ? " on no link" : " on index " + number(index);
}

std::string family_text(std::uint16_t family) {
  if (family == unspecified_family) return " of every family";
  if (family == ipv4_family) return " of IPv4";
  return family == ipv6_family ? " of IPv6" : " of family " + std::to_string(family);
}

void note_if(Notes& notes, bool holds, std::string_view words) {
  if (holds) notes.emplace_back(words);
}

// BOOLEAN is a byte. Values other than 0 and 1 are written as numbers.
void note_flag(Notes& notes, std::string_view name, std::uint8_t value) {
  if (value == 1) notes.emplace_back(name);
  if (value > 1) note_number(notes, name, value);
}

Notes route_notes(const RouteRow& row) {
  Notes notes;
  const bool ends =
      row.valid_lifetime_s != infinite_lifetime_s || row.preferred_lifetime_s != infinite_lifetime_s;
  note_if(notes, ends, "valid " + seconds(row.valid_lifetime_s));
  note_if(notes, ends, "preferred " + seconds(row.preferred_lifetime_s));
  note_number(notes, "site prefix", row.site_prefix_length);
  note_if(notes, row.metric != 0, "metric " + number(row.metric));
  note_if(notes, row.protocol != protocol_netmgmt, "protocol " + number(row.protocol));
  note_flag(notes, "loopback", row.loopback);
  note_flag(notes, "autoconfigure address", row.autoconfigure_address);
  note_flag(notes, "publish", row.publish);
  note_flag(notes, "immortal", row.immortal);
  note_if(notes, row.age_s != 0, "age " + seconds(row.age_s));
  note_if(notes, row.origin != 0, "origin " + number(row.origin));
  note_bytes(notes, "padding", row.padding);
  return notes;
}

std::string describe(const LinkRow& row) {
  return family_text(row.family).substr(1) + link_text(row.luid, row.index) +
         (row.metric == 0 ? "" : ", metric " + number(row.metric));
}

template <class Value>
std::string text_or_null(const std::optional<Value>& value) {
  return value ? describe(*value) : "NULL";
}

std::string text_of(const HasRow auto& call) {
  std::string text = verb(call.call) + " " + text_or_null(call.row);
  const std::uint8_t misalignment = misalignment_of(call);
  if (misalignment != 0) text += ", misaligned by " + std::to_string(misalignment);
  return text;
}

std::string text_of(const TableCall& call) {
  Notes notes;
  note_if(notes, call.null_table, "table pointer NULL");
  note_if(notes, call.keep, "kept");
  return verb(call.call) + family_text(call.family) + after_commas(notes);
}

std::string text_of(const KeptTableCall& call) { return verb(call.call) + " " + number(call.table); }

std::string text_of(const BestRouteCall& call) {
  Notes notes;
  note_if(notes, call.luid == std::optional<std::uint64_t>{0}, "luid 0");
  note_if(notes, call.sort_options != 0, "sort options " + number(call.sort_options));
  note_if(notes, call.null_best_route, "best route NULL");
  note_if(notes, call.null_best_source, "best source NULL");
  return verb(Call::best_route) + " to " + text_or_null(call.destination) +
         (call.source ? " from " + describe(*call.source) : "") +
         link_text(call.luid.value_or(0), call.index) + after_commas(notes);
}

std::string text_of(const NotifyCall& call) {
  Notes notes;
  note_if(notes, call.initial_notification, "initial notification");
  note_if(notes, call.null_callback, "callback NULL");
  note_if(notes, call.null_handle, "handle NULL");
  return verb(Call::notify_route_change) + family_text(call.family) + after_commas(notes);
}

std::string text_of(const CancelCall& call) {
  return verb(Call::cancel_notification) + " " + number(call.registration);
}

std::string text_of(const CollectCall& call) {
  return verb(Call::collect_notifications) + ", at least " + number(call.at_least);
}

std::string text_of(const AdvanceCall& call) {
  return verb(Call::advance_clock) + " by " + number(call.seconds) + " s";
}

std::string ending_text(const Reply& reply, Call call) {
  const std::string ending{name_of(reply.ending)};
  if (reply.ending != Ending::returned) {
    return reply.detail.empty() ? ending : ending + ": " + reply.detail;
  }
  if (!returns_status(call)) return ending;
  const std::string by = reply.decided_by.empty() ? "" : ", " + reply.decided_by;
  return std::string{name_of(meaning_of(reply.status))} + " (" + number(reply.status) + by + ")";
}

std::string count_text(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string table_text(const TableReply& table) {
  if (table.null_pointer) return "table NULL";
  const std::string rows = count_text(table.row_count, "row");
  return table.readable ? rows : "unreadable table of " + rows;
}

// The results of a successful call other than its status.
Notes results(const Reply& reply) {
  Notes notes;
  if (reply.route) notes.push_back(describe(*reply.route));
  if (reply.anycast) notes.push_back(describe(*reply.anycast));
  if (reply.link) {
    notes.push_back("metric " + number(reply.link->metric));
    note_if(notes, reply.link->path_mtu_timeout_ms != 0,
            "path MTU timeout " + number(reply.link->path_mtu_timeout_ms) + " ms");
    note_if(notes, reply.link->connected == 0, "not connected");
    note_if(notes, reply.link->disable_default_routes.value_or(0) != 0, "ignores default routes");
  }
  if (reply.best_source) notes.push_back("source " + describe(*reply.best_source));
  return notes;
}

std::string describe_link(const Link& link) {
  Notes notes{"index " + number(link.index)};
  note_if(notes, !link.ipv4, "no IPv4");
  note_if(notes, !link.ipv6, "no IPv6");
  note_if(notes, !link.routes, "no routes");
  note_if(notes, link.loopback, "loopback");
  note_if(notes, link.ipv4_metric != 25, "IPv4 metric " + number(link.ipv4_metric));
  note_if(notes, link.ipv6_metric != 25, "IPv6 metric " + number(link.ipv6_metric));
  note_if(notes, !link.connected, "not connected");
  note_if(notes, link.ignores_default_routes, "ignores default routes");
  note_if(notes, link.path_mtu_timeout_ms != 0,
          "path MTU timeout " + number(link.path_mtu_timeout_ms) + " ms");
  for (const Prefix& address : link.addresses) {
    notes.push_back("address " + prefix_text(address));
  }
  return "luid " + hex(link.luid, 1) + in_brackets(notes);
}

}  // namespace

std::string_view name_of(Ending ending) {
  static constexpr std::array<std::string_view, 6> names{"returned", "crashed", "hung",
                                                         "exited",   "garbled", "unavailable"};
  return names[static_cast<std::size_t>(ending)];
}

std::string describe(const Operation& operation) {
  return std::visit([](const auto& call) { return text_of(call); }, operation);
}

std::string describe(const Reply& reply, Call call) {
  Notes notes;
  if (fills_row(call) && reply.status == 0) notes = results(reply);
  if (reply.table) notes.push_back(table_text(*reply.table));
  if (!reply.notifications.empty() || call == Call::collect_notifications) {
    notes.push_back(count_text(reply.notifications.size(), "notification"));
  }
  note_if(notes, reply.wrote_outside, "wrote outside of the caller's memory");
  return ending_text(reply, call) + after_commas(notes);
}

std::string describe(const Host& host) {
  Notes notes;
  note_if(notes, host.ipv4, "IPv4");
  note_if(notes, host.ipv6, "IPv6");
  note_if(notes, notes.empty(), "no IP");
  for (const Link& link : host.links) notes.push_back("link " + describe_link(link));
  note_if(notes, host.links.empty(), "no link");
  return "machine with" + after_commas(notes).substr(1);
}

std::string describe(const SocketAddress& address) {
  return plain(address) + in_brackets(strays(address));
}

std::string describe(const Prefix& prefix) { return prefix_text(prefix); }

std::string describe(const RouteRow& row) {
  if (row == RouteRow{}) return "all zeros";
  return prefix_text(row.destination) + next_hop_text(row) + link_text(row.luid, row.index) +
         after_commas(route_notes(row));
}

std::string describe(const AnycastRow& row) {
  if (row == AnycastRow{}) return "all zeros";
  Notes notes;
  note_if(notes, row.scope_id != 0, "scope id " + number(row.scope_id));
  note_bytes(notes, "padding", row.padding);
  return describe(row.address) + link_text(row.luid, row.index) + after_commas(notes);
}

}  // namespace netioconf::oracle::words
