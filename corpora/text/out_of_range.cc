#include "corpora/text/out_of_range.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstddef>
#include <cstdint>
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

std::optional<std::string> out_of_range_nested(const protobuf::Message& message,
                                               const protobuf::FieldDescriptor& field) {
  if (field.cpp_type() != protobuf::FieldDescriptor::CPPTYPE_MESSAGE) {
    return out_of_range_member(message, field);
  }
  const protobuf::Reflection& reflection = *message.GetReflection();
  if (!field.is_repeated()) return out_of_range(reflection.GetMessage(message, &field));
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    if (auto found = out_of_range(reflection.GetRepeatedMessage(message, &field, i))) return found;
  }
  return std::nullopt;
}

// The first thing in a link that decode() would cut off or leave out.
std::optional<std::string> out_of_range_link(const proto::Link& link) {
  if (auto found = out_of_range(link)) return found;
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

files::Diagnostic in_line(std::size_t line, std::string what, std::string remedy) {
  return {.path = "", .line = line, .column = 0, .what = std::move(what), .remedy = std::move(remedy)};
}

std::optional<files::Diagnostic> check_links(const proto::Host& host, std::string_view text) {
  for (int i = 0; i < host.links_size(); ++i) {
    if (const auto what = out_of_range_link(host.links(i))) {
      return in_line(line_of_link(text, i), fmt::format("link {}: {}", i + 1, *what),
                     "an address is one of a host, with the length of its subnet: \"198.51.100.7/24\"");
    }
  }
  return std::nullopt;
}

std::optional<files::Diagnostic> check_operation(const proto::Operation& operation,
                                                 const std::string& name) {
  if (operation.has_times() && operation.times() == 0)
    return in_line(0, name + ": times is 0", "remove the operation");
  if (operation.call_case() == proto::Operation::CALL_NOT_SET)
    return in_line(0, name + " has no call", "add a call or remove the operation");
  const auto what = out_of_range(operation);
  if (!what) return std::nullopt;
  return in_line(0, name + ": " + *what, "use a value that fits");
}

}  // namespace

std::optional<std::string> out_of_range(const protobuf::Message& message) {
  if (const auto* address = dynamic_cast<const proto::Address*>(&message)) {
    if (auto found = out_of_range_address(*address)) return found;
  }
  std::vector<const protobuf::FieldDescriptor*> set;
  message.GetReflection()->ListFields(message, &set);
  for (const auto* field : set) {
    if (auto found = out_of_range_nested(message, *field)) return found;
  }
  return std::nullopt;
}

std::optional<files::Diagnostic> check_ranges(const proto::Script& script, std::string_view text) {
  std::uint64_t count = 0;
  for (int i = 0; i < script.operations_size(); ++i) {
    const proto::Operation& operation = script.operations(i);
    count += operation.has_times() ? operation.times() : 1;
    auto found = check_operation(operation, fmt::format("operation {}", i + 1));
    if (!found) continue;
    found->line = line_of_operation(text, i);
    return found;
  }
  if (std::cmp_greater(count, codec::operation_count_max)) {
    return in_line(0, fmt::format("more than {} operations", codec::operation_count_max),
                   "split the script");
  }
  if (auto found = check_links(script.host(), text)) return found;
  const oracle::Script decoded = codec::decode(script);
  if (script.has_host() && std::cmp_less(decoded.host.links.size(), script.host().links_size())) {
    return in_line(
        0, "a link would be ignored",
        fmt::format("at most {} links, each with its own LUID and index", codec::link_count_max));
  }
  return std::nullopt;
}

}  // namespace netioconf::corpora::text
