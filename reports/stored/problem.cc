#include "reports/stored/problem.h"

#include <fmt/format.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports::stored {
namespace {

namespace pb = google::protobuf;

// A value of a member: the only one, or one of several.
struct Value {
  const pb::Message& message;
  const pb::FieldDescriptor& field;
  int index;
};

std::string problem_in_members(const pb::Message& message);

// A member of proto3 takes every number; what indexes by it or names it needs a value that exists.
std::string problem_in_enum(const Value& value) {
  const pb::Reflection& reflection = *value.message.GetReflection();
  const int number = value.field.is_repeated()
                         ? reflection.GetRepeatedEnumValue(value.message, &value.field, value.index)
                         : reflection.GetEnumValue(value.message, &value.field);
  if (value.field.enum_type()->FindValueByNumber(number) != nullptr) return "";
  return fmt::format(": {} is not one of its values", number);
}

// A number of seconds or one each second. Every other number with a fraction is a count.
bool is_measured(const pb::FieldDescriptor& field) {
  constexpr std::array<std::string_view, 4> measured{"caught_after_s", "elapsed_s", "rate", "seconds"};
  return std::ranges::find(measured, field.name()) != measured.end();
}

std::string problem_in_number(const Value& value) {
  constexpr double exact_max = 9007199254740992;  // Up to 2^53, each whole number is a double.
  const double number = value.message.GetReflection()->GetDouble(value.message, &value.field);
  const bool is_whole = is_measured(value.field) || number == std::floor(number);
  if (number >= 0 && number <= exact_max && is_whole) return "";
  return fmt::format(": {} is not a {}", number, is_measured(value.field) ? "measurement" : "count");
}

std::string problem_in_message(const Value& value) {
  const pb::Reflection& reflection = *value.message.GetReflection();
  const std::string problem = problem_in_members(
      value.field.is_repeated() ? reflection.GetRepeatedMessage(value.message, &value.field, value.index)
                                : reflection.GetMessage(value.message, &value.field));
  return problem.empty() ? "" : "." + problem;
}

std::string problem_in_value(const Value& value) {
  switch (value.field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return problem_in_enum(value);
    case pb::FieldDescriptor::CPPTYPE_DOUBLE:
      return problem_in_number(value);
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return problem_in_message(value);
    default:
      return "";
  }
}

std::string problem_in_members(const pb::Message& message) {
  const pb::Reflection& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> set;
  reflection.ListFields(message, &set);
  for (const pb::FieldDescriptor* field : set) {
    const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < count; ++i) {
      const std::string problem = problem_in_value({message, *field, i});
      if (problem.empty()) continue;
      return field->name() + (field->is_repeated() ? fmt::format("[{}]", i) : "") + problem;
    }
  }
  return "";
}

// The member whose index refers to nothing; empty if there is none.
std::string dangling_index(const Report& report) {
  const auto scripts = static_cast<std::uint32_t>(report.scripts_size());
  const auto groups = static_cast<std::uint32_t>(report.groups_size());
  const auto entries = static_cast<std::uint32_t>(report.known().entries_size());
  for (const Group& group : report.groups()) {
    if (group.shortest().index() >= scripts) return "groups/shortest/index";
  }
  for (const Match& match : report.known().matches()) {
    if (match.group() >= groups) return "known/matches/group";
    if (match.has_entry() && match.entry() >= entries) return "known/matches/entry";
  }
  for (const Stale& stale : report.known().stale()) {
    if (stale.entry() >= entries) return "known/stale/entry";
  }
  return "";
}

// As --shard takes it.
std::string wrong_shard(const Report& report) {
  const Shard& shard = report.shard();
  const bool is_part =
      1 <= shard.number() && shard.number() <= shard.count() && shard.count() <= shard_count_max;
  if (!report.has_shard() || is_part) return "";
  return fmt::format("shard: {} of {} is not a part", shard.number(), shard.count());
}

}  // namespace

std::string problem_in(const Report& report) {
  if (std::string problem = problem_in_members(report); !problem.empty()) return problem;
  if (std::string problem = wrong_shard(report); !problem.empty()) return problem;
  const std::string member = dangling_index(report);
  return member.empty() ? "" : member + " refers to nothing";
}

}  // namespace netioconf::reports::stored
