#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "corpora/codec/codec_rows.h"
#include "corpora/codec/octets.h"
#include "oracle/model/fields.h"

// Reads structures from messages and writes them, member by member.
namespace netioconf::corpora::codec {

// The member of a message for a member of a structure. `put` writes a number, and returns where to write
// anything else. `has` is for members whose absence has a meaning.
template <class Get, class Put, class Has = std::nullptr_t>
struct MessageMember {
  Get get;
  Put put;
  Has has = {};
};

// `all` is a tuple with a MessageMember for each field of oracle::FieldsOf<Structure>, in the same
// order.
template <class Structure>
struct MembersOf;

template <class Value>
concept IsNumber = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;

template <class Message, class Structure>
void read(const Message& message, Structure& structure);
template <class Structure, class Message>
void write(const Structure& structure, Message& message);

// Calls use(number) for each field. The number is a constant, so that the compiler sees the members.
template <class Structure, class Use>
void for_each_number(Use use) {
  using Fields = decltype(oracle::FieldsOf<Structure>::all);
  static_assert(std::tuple_size_v<Fields> == std::tuple_size_v<decltype(MembersOf<Structure>::all)>);
  [&]<std::size_t... number>(std::index_sequence<number...>) {
    (use(std::integral_constant<std::size_t, number>{}), ...);
  }(std::make_index_sequence<std::tuple_size_v<Fields>>{});
}

template <class Said, class Value>
void read_value(const Said& said, Value& value) {
  if constexpr (IsNumber<Value>) {
    value = static_cast<Value>(said);
  } else if constexpr (std::is_same_v<Value, std::string>) {
    value = said;
  } else if constexpr (std::is_same_v<Value, oracle::SocketAddress>) {
    value = decode(said);
  } else {
    read(said, value);
  }
}
template <std::size_t size>
void read_value(const std::string& said, std::array<std::uint8_t, size>& octets) {
  octets = first_octets<size>(said);
}
template <class Messages, class Structure>
void read_value(const Messages& messages, std::vector<Structure>& structures) {
  structures.reserve(static_cast<std::size_t>(messages.size()));
  for (const auto& message : messages) read(message, structures.emplace_back());
}

template <class Message, class Structure>
void read(const Message& message, Structure& structure) {
  for_each_number<Structure>([&](auto number) {
    constexpr auto field = std::get<number>(oracle::FieldsOf<Structure>::all);
    constexpr auto member = std::get<number>(MembersOf<Structure>::all);
    auto& value = field.of(structure);
    if constexpr (std::is_null_pointer_v<decltype(member.has)>) {
      read_value(std::invoke(member.get, message), value);
    } else if (std::invoke(member.has, message)) {
      read_value(std::invoke(member.get, message), value.emplace());
    }
  });
}

template <class Member, class Message, class Value>
void write_value(const Member& member, const Value& value, Message& message) {
  if constexpr (IsNumber<Value>) {
    using Said = std::remove_cvref_t<std::invoke_result_t<decltype(member.get), const Message&>>;
    std::invoke(member.put, message, static_cast<Said>(value));
  } else if constexpr (std::is_same_v<Value, std::string>) {
    *std::invoke(member.put, message) = value;
  } else if constexpr (std::is_same_v<Value, oracle::SocketAddress>) {
    *std::invoke(member.put, message) = encode(value);
  } else {
    write(value, *std::invoke(member.put, message));
  }
}

// A value that equals the default is not written, unless its absence has a meaning.
template <class Member, class Message, class Value>
void write_member(const Member& member, const Value& value, Message& message) {
  Value absent{};
  if constexpr (IsNumber<Value>) read_value(std::invoke(member.get, message), absent);
  if (value != absent) write_value(member, value, message);
}
template <class Member, class Message, std::size_t size>
void write_member(const Member& member, const std::array<std::uint8_t, size>& octets, Message& message) {
  write_member(member, without_trailing_zeros(octets), message);
}
template <class Member, class Message, class Structure>
void write_member(const Member& member, const std::vector<Structure>& structures, Message& message) {
  for (const Structure& structure : structures) write_value(member, structure, message);
}
template <class Member, class Message, class Value>
void write_member(const Member& member, const std::optional<Value>& value, Message& message) {
  if (value) write_value(member, *value, message);
}

template <class Structure, class Message>
void write(const Structure& structure, Message& message) {
  for_each_number<Structure>([&](auto number) {
    constexpr auto field = std::get<number>(oracle::FieldsOf<Structure>::all);
    constexpr auto member = std::get<number>(MembersOf<Structure>::all);
    write_member(member, field.of(structure), message);
  });
}

}  // namespace netioconf::corpora::codec
