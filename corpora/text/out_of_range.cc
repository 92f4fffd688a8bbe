#include "corpora/text/out_of_range.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpora/codec/codec.h"
#include "corpora/codec/codec_rows.h"
#include "corpora/script.pb.h"
#include "corpora/text/text.h"
#include "oracle/words/describe.h"

namespace netioconf::corpora::text {
namespace {

namespace protobuf = google::protobuf;

// The limit of a member: the greatest number or the number of octets.
struct Room {
  std::string_view member;
  std::uint32_t most;
};

constexpr Room rooms[] = {
    {"Address.family", 0xffff},
    {"Address.port", 0xffff},
    {"Address.raw", 26},
    {"AnycastCall.misalignment", 7},
    {"AnycastRow.padding", 4},
    {"LinkRow.connected", 0xff},
    {"LinkRow.disable_default_routes", 0xff},
    {"LinkRow.family", 0xffff},
    {"NotifyCall.family", 0xffff},
    {"Prefix.length", 0xff},
    {"Prefix.padding", 3},
    {"RouteCall.misalignment", 7},
    {"RouteRow.autoconfigure_address", 0xff},
    {"RouteRow.immortal", 0xff},
    {"RouteRow.loopback", 0xff},
    {"RouteRow.padding", 3},
    {"RouteRow.publish", 0xff},
    {"RouteRow.site_prefix_length", 0xff},
    {"TableCall.family", 0xffff},
};

std::optional<std::uint32_t> room_of(const protobuf::FieldDescriptor& field) {
  const std::string member = field.containing_type()->name() + "." + field.name();
  for (const Room& room : rooms) {
    if (room.member == member) return room.most;
  }
  return std::nullopt;
}

std::optional<std::string> out_of_range_member(const protobuf::Message& message,
                                               const protobuf::FieldDescriptor& field) {
  const auto most = room_of(field);
  if (!most) return std::nullopt;
  const protobuf::Reflection& reflection = *message.GetReflection();
  if (field.type() == protobuf::FieldDescriptor::TYPE_BYTES) {
    const std::size_t size = reflection.GetString(message, &field).size();
    if (size <= *most) return std::nullopt;
    return fmt::format("{} has {} octets, the maximum is {}", field.name(), size, *most);
  }
  const std::uint32_t value = reflection.GetUInt32(message, &field);
  if (value <= *most) return std::nullopt;
  return fmt::format("{} is {}, the maximum is {}", field.name(), value, *most);
}

std::optional<std::string> out_of_range_address(const proto::Address& address) {
  const bool has_ipv6_members = address.has_flow_info() || address.has_scope_id();
  if (address.has_raw() && (address.has_port() || has_ipv6_members)) {
    return "with raw, only family may be set";
  }
  if (has_ipv6_members && !address.has_ipv6()) return "flow_info and scope_id require ipv6";
  return std::nullopt;
}

std::optional<std::string> find_out_of_range(const protobuf::Message& message, MemberPath& path);

// The members on the way to what is found stay in the path.
std::optional<std::string> out_of_range_nested(const protobuf::Message& message,
                                               const protobuf::FieldDescriptor& field,
                                               MemberPath& path) {
  if (field.cpp_type() != protobuf::FieldDescriptor::CPPTYPE_MESSAGE) {
    path.push_back({.member = &field});
    if (auto found = out_of_range_member(message, field)) return found;
    path.pop_back();
    return std::nullopt;
  }
  const protobuf::Reflection& reflection = *message.GetReflection();
  const int count = field.is_repeated() ? reflection.FieldSize(message, &field) : 1;
  for (int i = 0; i < count; ++i) {
    path.push_back({.member = &field, .index = field.is_repeated() ? i : -1});
    const protobuf::Message& nested = field.is_repeated()
                                          ? reflection.GetRepeatedMessage(message, &field, i)
                                          : reflection.GetMessage(message, &field);
    if (auto found = find_out_of_range(nested, path)) return found;
    path.pop_back();
  }
  return std::nullopt;
}

std::optional<std::string> find_out_of_range(const protobuf::Message& message, MemberPath& path) {
  if (const auto* address = dynamic_cast<const proto::Address*>(&message)) {
    if (auto found = out_of_range_address(*address)) return found;
  }
  std::vector<const protobuf::FieldDescriptor*> set;
  message.GetReflection()->ListFields(message, &set);
  for (const auto* field : set) {
    if (auto found = out_of_range_nested(message, *field, path)) return found;
  }
  return std::nullopt;
}

// The first thing in a link that decode() would cut off or leave out.
std::optional<std::string> out_of_range_link(const proto::Link& link, MemberPath& path) {
  if (auto found = find_out_of_range(link, path)) return found;
  if (std::cmp_greater(link.addresses_size(), oracle::most_addresses)) {
    return fmt::format("{} addresses, the maximum is {}", link.addresses_size(), oracle::most_addresses);
  }
  for (int i = 0; i < link.addresses_size(); ++i) {
    const oracle::Prefix address = codec::decode(link.addresses(i));
    if (!oracle::is_link_address(address)) {
      return fmt::format("address {} is {}, which no link can have", i + 1,
                         oracle::words::describe(address));
    }
    for (int earlier = 0; earlier < i; ++earlier) {
      if (codec::decode(link.addresses(earlier)).address == address.address)
        return fmt::format("addresses {} and {} are the same", earlier + 1, i + 1);
    }
  }
  return std::nullopt;
}

files::Diagnostic without_place(std::string what, std::string remedy) {
  return {.what = std::move(what), .remedy = std::move(remedy)};
}

MemberStep step_to(const protobuf::Descriptor* type, const char* member, int index = -1) {
  return {.member = type->FindFieldByName(member), .index = index};
}

// Why a link is ignored if none before it is; empty: it is not.
std::string why_ignored(const std::vector<oracle::Link>& links, std::size_t number) {
  if (number == links.size()) return fmt::format("more than {} links", codec::link_count_max);
  return std::string{codec::why_ignored(links[number], std::span{links}.first(number))};
}

std::optional<files::Diagnostic> check_links(const proto::Host& host, std::string_view text) {
  const std::vector<oracle::Link> links = codec::decode(host).links;
  for (int i = 0; i < host.links_size(); ++i) {
    MemberPath path{step_to(proto::Script::descriptor(), "host"),
                    step_to(proto::Host::descriptor(), "links", i)};
    std::string what = out_of_range_link(host.links(i), path).value_or("");
    std::string remedy =
        "an address is one of a host, with the length of its subnet: \"198.51.100.7/24\"";
    if (what.empty()) {
      what = why_ignored(links, static_cast<std::size_t>(i));
      remedy = fmt::format("at most {} links, each with its own LUID and index", codec::link_count_max);
    }
    if (what.empty()) continue;
    auto found = without_place(fmt::format("link {}: {}", i + 1, what), remedy);
    put_at(text, path, found);
    return found;
  }
  return std::nullopt;
}

std::optional<files::Diagnostic> check_operation(const proto::Operation& operation,
                                                 const std::string& name, MemberPath& path) {
  if (operation.has_times() && operation.times() == 0)
    return without_place(name + ": times is 0", "remove the operation");
  if (operation.call_case() == proto::Operation::CALL_NOT_SET)
    return without_place(name + " has no call", "add a call or remove the operation");
  const auto what = find_out_of_range(operation, path);
  if (!what) return std::nullopt;
  return without_place(name + ": " + *what, "use a value that fits");
}

}  // namespace

std::optional<std::string> out_of_range(const protobuf::Message& message) {
  MemberPath ignored;
  return find_out_of_range(message, ignored);
}

std::optional<files::Diagnostic> check_ranges(const proto::Script& script, std::string_view text) {
  std::uint64_t count = 0;
  for (int i = 0; i < script.operations_size(); ++i) {
    const proto::Operation& operation = script.operations(i);
    count += operation.has_times() ? operation.times() : 1;
    MemberPath path{step_to(proto::Script::descriptor(), "operations", i)};
    auto found = check_operation(operation, fmt::format("operation {}", i + 1), path);
    if (!found && std::cmp_greater(count, codec::operation_count_max)) {
      found = without_place(
          fmt::format("operation {}: more than {} operations", i + 1, codec::operation_count_max),
          "split the script");
    }
    if (!found) continue;
    put_at(text, path, *found);
    return found;
  }
  return check_links(script.host(), text);
}

namespace {

// A count beside rows that were read; without it the rows count.
std::optional<std::string> miscounted(const proto::TableReply& table) {
  const int rows = table.routes_size() + table.anycasts_size();
  const bool fits =
      table.unreadable() || !table.has_row_count() || std::cmp_equal(table.row_count(), rows);
  return fits ? std::nullopt
              : std::optional{fmt::format("row_count is {}, rows: {}", table.row_count(), rows)};
}

}  // namespace

std::optional<files::Diagnostic> check_ranges(const proto::Trace& trace) {
  const std::string remedy = "leave out what no step needs";
  for (const proto::Host* host : {&trace.host(), &trace.wanted_host()}) {
    if (host->links_size() > codec::link_count_max) {
      return without_place(
          fmt::format("{} links, the maximum is {}", host->links_size(), codec::link_count_max), remedy);
    }
    for (int i = 0; i < host->links_size(); ++i) {
      MemberPath ignored;
      if (const auto what = out_of_range_link(host->links(i), ignored))
        return without_place(fmt::format("link {}: {}", i + 1, *what), remedy);
    }
  }
  if (const auto what = out_of_range(trace)) return without_place(*what, "use a value that fits");
  for (int i = 0; i < trace.steps_size(); ++i) {
    if (const auto what = miscounted(trace.steps(i).reply().table()))
      return without_place(fmt::format("step {}: {}", i + 1, *what), "leave out row_count");
  }
  return std::nullopt;
}

}  // namespace netioconf::corpora::text
