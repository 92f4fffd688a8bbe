#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace netioconf::conformance::search::sweep::spaces {

// A member of an argument with its boundary values. Each value is stored in a whole argument that is
// otherwise plain. `copy` copies the member from one argument to another.
template <class Argument>
struct ParameterMember {
  std::string_view name;  // its name in the documents
  void (*copy)(const Argument& from, Argument& to);
  std::vector<Argument> values;  // no two are equal, none equals the plain one
};

// The possible arguments: the plain one, and those in which some members differ.
template <class Argument>
struct ParameterSpace {
  Argument plain;
  std::vector<ParameterMember<Argument>> members;
};

// Adds a member. `access` returns a reference to it, which is const if the argument is const. Repeated
// values and the value of the plain argument are left out.
template <auto access, class Argument, class Value>
void vary(ParameterSpace<Argument>& parameters, std::string_view name,
          const std::vector<Value>& values) {
  ParameterMember<Argument> member{
      name, [](const Argument& from, Argument& to) { access(to) = access(from); }, {}};
  for (const Value& value : values) {
    Argument argument = parameters.plain;
    access(argument) = value;
    const bool known = argument == parameters.plain ||
                       std::ranges::find(member.values, argument) != member.values.end();
    if (!known) member.values.push_back(std::move(argument));
  }
  parameters.members.push_back(std::move(member));
}

// The arguments of a parameter space in which certain members differ from the plain one, numbered from
// 0.
template <class Argument>
class Combinations {
 public:
  // At most this many members at once.
  static constexpr std::size_t most_members = 3;

  explicit Combinations(std::shared_ptr<const ParameterSpace<Argument>> parameters)
      : parameters_{std::move(parameters)} {}

  // Those in which exactly the members at these positions differ.
  void add(std::initializer_list<std::size_t> members) {
    Part part;
    part.first = size_;
    std::uint64_t count = 1;
    for (const std::size_t member : members) {
      part.members[part.member_count++] = static_cast<std::uint8_t>(member);
      count *= parameters_->members[member].values.size();
    }
    if (count == 0) return;
    parts_.push_back(part);
    size_ += count;
  }

  [[nodiscard]] std::uint64_t size() const { return size_; }

  [[nodiscard]] Argument at(std::uint64_t number) const {
    const auto next =
        std::upper_bound(parts_.begin(), parts_.end(), number,
                         [](std::uint64_t wanted, const Part& part) { return wanted < part.first; });
    const Part& part = *(next - 1);
    std::uint64_t rest = number - part.first;
    Argument argument = parameters_->plain;
    for (std::size_t position = 0; position < part.member_count; ++position) {
      const ParameterMember<Argument>& member = parameters_->members[part.members[position]];
      member.copy(member.values[rest % member.values.size()], argument);
      rest /= member.values.size();
    }
    return argument;
  }

  [[nodiscard]] const ParameterSpace<Argument>& parameters() const { return *parameters_; }

 private:
  struct Part {
    std::uint64_t first = 0;  // number of its first argument
    std::array<std::uint8_t, most_members> members{};
    std::uint8_t member_count = 0;
  };

  std::shared_ptr<const ParameterSpace<Argument>> parameters_;
  std::vector<Part> parts_;
  std::uint64_t size_ = 0;
};

template <class Argument>
using SharedParameterSpace = std::shared_ptr<const ParameterSpace<Argument>>;

// The position of a member. The member must exist.
template <class Argument>
[[nodiscard]] std::size_t position_of(const ParameterSpace<Argument>& parameters,
                                      std::string_view name) {
  const auto found = std::ranges::find_if(parameters.members,
                                          [name](const auto& member) { return member.name == name; });
  return static_cast<std::size_t>(found - parameters.members.begin());
}

// The plain argument alone.
template <class Argument>
[[nodiscard]] Combinations<Argument> plain(const SharedParameterSpace<Argument>& parameters) {
  Combinations<Argument> combinations{parameters};
  combinations.add({});
  return combinations;
}

// Every argument in which one member differs.
template <class Argument>
[[nodiscard]] Combinations<Argument> one_way(const SharedParameterSpace<Argument>& parameters) {
  Combinations<Argument> combinations{parameters};
  for (std::size_t member = 0; member < parameters->members.size(); ++member) combinations.add({member});
  return combinations;
}

// The plain argument and every argument in which one member differs.
template <class Argument>
[[nodiscard]] Combinations<Argument> plain_and_singles(
    const SharedParameterSpace<Argument>& parameters) {
  Combinations<Argument> combinations = plain(parameters);
  for (std::size_t member = 0; member < parameters->members.size(); ++member) combinations.add({member});
  return combinations;
}

// Every argument in which two members differ.
template <class Argument>
[[nodiscard]] Combinations<Argument> pairs(const SharedParameterSpace<Argument>& parameters) {
  Combinations<Argument> combinations{parameters};
  for (std::size_t first = 0; first < parameters->members.size(); ++first) {
    for (std::size_t second = first + 1; second < parameters->members.size(); ++second) {
      combinations.add({first, second});
    }
  }
  return combinations;
}

}  // namespace netioconf::conformance::search::sweep::spaces
