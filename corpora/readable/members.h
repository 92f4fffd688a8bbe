#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace google::protobuf {
class Descriptor;
class FieldDescriptor;
class Message;
}  // namespace google::protobuf

// The members of a message that have a readable form, and their names in text.
namespace netioconf::corpora::readable {

// What people write for a member instead of its numbers.
enum class Form : std::uint8_t { none, ipv4, ipv6, address, prefix };

[[nodiscard]] Form form_of(const google::protobuf::FieldDescriptor& member);

// The numbers that a text stands for, as protobuf reads them in place of the text. nullopt: the text is
// wrong.
[[nodiscard]] std::optional<std::string> numbers_from(std::string_view text, Form form);

// The text that stands for exactly the numbers of a member that is set and no list. nullopt: there is
// none.
[[nodiscard]] std::optional<std::string> text_of(const google::protobuf::Message& message,
                                                 const google::protobuf::FieldDescriptor& member);
// The same for a message, for example one of a list.
[[nodiscard]] std::optional<std::string> text_of_message(const google::protobuf::Message& message);

// The name of a member in text: the short one if it has one.
[[nodiscard]] std::string_view name_of(const google::protobuf::FieldDescriptor& member);

// The member with this name, short or not. nullptr: there is none.
[[nodiscard]] const google::protobuf::FieldDescriptor* find_member(
    const google::protobuf::Descriptor& type, std::string_view name);

// All names that find_member() accepts.
[[nodiscard]] std::vector<std::string> names_in(const google::protobuf::Descriptor& type);

}  // namespace netioconf::corpora::readable
