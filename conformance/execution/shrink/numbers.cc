#include "conformance/execution/shrink/numbers.h"

#include <cstdint>
#include <vector>

namespace netioconf::conformance::execution::shrink {
namespace {

using oracle::Operation;

// Maps old numbers to new numbers.
class NumberShrinker {
 public:
  void count(bool stays) {
    if (stays) {
      renumbered_.push_back(next_++);
    } else {
      renumbered_.push_back(std::nullopt);
    }
  }
  // nullopt: the operation with this number was removed. An invalid number stays invalid.
  [[nodiscard]] std::optional<std::uint32_t> operator()(std::uint32_t number) const {
    if (number < renumbered_.size()) return renumbered_[number];
    return number - (static_cast<std::uint32_t>(renumbered_.size()) - next_);
  }

 private:
  std::vector<std::optional<std::uint32_t>> renumbered_;
  std::uint32_t next_ = 0;
};

bool makes_table(const Operation& operation) {
  const auto* table = std::get_if<oracle::TableCall>(&operation);
  return table != nullptr && table->keep;
}

bool makes_registration(const Operation& operation) {
  return std::holds_alternative<oracle::NotifyCall>(operation);
}

std::uint32_t* table_named(Operation& operation) {
  auto* call = std::get_if<oracle::KeptTableCall>(&operation);
  return call == nullptr ? nullptr : &call->table;
}

std::uint32_t* registration_named(Operation& operation) {
  auto* call = std::get_if<oracle::CancelCall>(&operation);
  return call == nullptr ? nullptr : &call->registration;
}

// False if the operation that it names was removed.
bool renumber(std::uint32_t* named, const NumberShrinker& numbers) {
  if (named == nullptr) return true;
  const auto number = numbers(*named);
  if (number) *named = *number;
  return number.has_value();
}

}  // namespace

oracle::Script without(const oracle::Script& script, std::size_t first, std::size_t count) {
  const auto stays = [&](std::size_t position) { return position < first || position >= first + count; };
  NumberShrinker tables;
  NumberShrinker registrations;
  for (std::size_t position = 0; position < script.operations.size(); ++position) {
    if (makes_table(script.operations[position])) tables.count(stays(position));
    if (makes_registration(script.operations[position])) registrations.count(stays(position));
  }
  oracle::Script result{.name = script.name, .host = script.host};
  for (std::size_t position = 0; position < script.operations.size(); ++position) {
    if (!stays(position)) continue;
    Operation operation = script.operations[position];
    if (!renumber(table_named(operation), tables)) continue;
    if (!renumber(registration_named(operation), registrations)) continue;
    result.operations.push_back(std::move(operation));
  }
  return result;
}

oracle::Script joined(const oracle::Script& earlier, const oracle::Script& later) {
  std::uint32_t tables = 0;
  std::uint32_t registrations = 0;
  for (const Operation& operation : earlier.operations) {
    if (makes_table(operation)) ++tables;
    if (makes_registration(operation)) ++registrations;
  }
  oracle::Script result{.name = later.name, .host = later.host, .operations = earlier.operations};
  for (Operation operation : later.operations) {
    if (std::uint32_t* table = table_named(operation)) *table += tables;
    if (std::uint32_t* registration = registration_named(operation)) *registration += registrations;
    result.operations.push_back(std::move(operation));
  }
  return result;
}

}  // namespace netioconf::conformance::execution::shrink
