#include "corpora/readable/members.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <fmt/format.h>

#include "corpora/readable/address_text.h"

namespace netioconf::corpora::readable {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

struct ShortName {
  std::string_view type;
  std::string_view member;
  std::string_view name;
};

// A script names these two members in almost every operation.
constexpr ShortName short_names[] = {{"RouteRow", "destination", "to"}, {"RouteRow", "next_hop", "via"}};

std::string in_braces(const Message& message) { return "{" + message.ShortDebugString() + "}"; }

std::optional<std::string> numbers_from_address(std::string_view text, Form form) {
  const auto address = address_from(text);
  if (!address) return std::nullopt;
  if (form == Form::address) return in_braces(*address);
  if (form == Form::ipv6 && address->has_ipv6()) return in_braces(address->ipv6());
  if (form == Form::ipv4 && address->has_ipv4()) return fmt::format("{}", address->ipv4());
  return std::nullopt;
}

// An address with only the part that is written on its own.
proto::Address only_ipv4(const proto::Address& whole) {
  proto::Address address;
  address.set_ipv4(whole.ipv4());
  return address;
}
proto::Address only_ipv6(const proto::Ipv6& ipv6) {
  proto::Address address;
  *address.mutable_ipv6() = ipv6;
  return address;
}

}  // namespace

Form form_of(const FieldDescriptor& member) {
  if (member.containing_type() == proto::Address::descriptor() && member.name() == "ipv4")
    return Form::ipv4;
  if (member.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return Form::none;
  if (member.message_type() == proto::Prefix::descriptor()) return Form::prefix;
  if (member.message_type() == proto::Address::descriptor()) return Form::address;
  return member.message_type() == proto::Ipv6::descriptor() ? Form::ipv6 : Form::none;
}

std::optional<std::string> numbers_from(std::string_view text, Form form) {
  if (form != Form::prefix) return numbers_from_address(text, form);
  const auto prefix = prefix_from(text);
  if (!prefix) return std::nullopt;
  return in_braces(*prefix);
}

std::optional<std::string> text_of_message(const Message& message) {
  if (const auto* prefix = dynamic_cast<const proto::Prefix*>(&message)) return text_of(*prefix);
  if (const auto* address = dynamic_cast<const proto::Address*>(&message)) return text_of(*address);
  if (const auto* ipv6 = dynamic_cast<const proto::Ipv6*>(&message)) return text_of(only_ipv6(*ipv6));
  return std::nullopt;
}

std::optional<std::string> text_of(const Message& message, const FieldDescriptor& member) {
  const Form form = form_of(member);
  if (form == Form::none) return std::nullopt;
  if (form == Form::ipv4) return text_of(only_ipv4(dynamic_cast<const proto::Address&>(message)));
  return text_of_message(message.GetReflection()->GetMessage(message, &member));
}

std::string_view name_of(const FieldDescriptor& member) {
  for (const ShortName& one : short_names) {
    if (one.type == member.containing_type()->name() && one.member == member.name()) return one.name;
  }
  return member.name();
}

const FieldDescriptor* find_member(const Descriptor& type, std::string_view name) {
  for (const ShortName& one : short_names) {
    if (one.type == type.name() && one.name == name) name = one.member;
  }
  return type.FindFieldByName(std::string(name));
}

std::vector<std::string> names_in(const Descriptor& type) {
  std::vector<std::string> names;
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& member = *type.field(i);
    if (name_of(member) != member.name()) names.emplace_back(name_of(member));
    names.push_back(member.name());
  }
  return names;
}

}  // namespace netioconf::corpora::readable
