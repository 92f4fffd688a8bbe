#include "conformance/cli/explain/documented_names.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <variant>

#include "oracle/model/fields.h"
#include "oracle/rules/examples.h"

namespace netioconf::conformance::cli::explain {
namespace {

using oracle::Call;
using oracle::Operation;

template <class Row>
Structure structure(std::string_view name) {
  Structure made{.name = name, .entries = oracle::entries_of<Row>};
  Row row;
  oracle::for_each_field(row, [&](const auto& field, const auto&) {
    if (field.role != oracle::Role::padding) made.members.push_back(field.name);
  });
  return made;
}

// A call of each function, from the examples of the rules.
std::vector<std::optional<Operation>> sample_calls() {
  std::vector<std::optional<Operation>> samples(oracle::call_count);
  const auto take = [&](const Operation& call) {
    samples[static_cast<std::size_t>(oracle::call_of(call))] = call;
  };
  for (const oracle::rules::RuleExample& example : oracle::rules::examples()) take(example.call);
  for (const oracle::rules::EffectExample& example : oracle::rules::effect_examples()) {
    for (const oracle::Step& step : example.trace.steps) take(step.operation);
  }
  return samples;
}

template <class Arguments>
void add_parameters(const Arguments& arguments, const std::string& owner, Call call,
                    std::vector<Parameter>& all) {
  oracle::for_each_field(arguments, [&](const auto& field, const auto&) {
    const std::string_view name = parameter_of(field.name);
    if (!name.empty()) all.push_back({.name = name, .owner = owner, .call = call});
  });
}

std::vector<Parameter> collect_parameters() {
  std::vector<Parameter> all;
  for (const std::optional<Operation>& sample : sample_calls()) {
    if (!sample || !oracle::is_function(oracle::call_of(*sample))) continue;
    const Call call = oracle::call_of(*sample);
    const std::string function{oracle::function_name(call)};
    std::visit([&](const auto& arguments) { add_parameters(arguments, function, call, all); }, *sample);
    if (call != Call::notify_route_change) continue;
    // Scripts have no context.
    all.push_back({.name = "CallerContext", .owner = function, .call = call});
    add_parameters(oracle::Notification{}, "the callback of " + function, call, all);
  }
  return all;
}

}  // namespace

const std::vector<Structure>& structures() {
  static const std::vector<Structure> all = {structure<oracle::RouteRow>("MIB_IPFORWARD_ROW2"),
                                             structure<oracle::AnycastRow>("MIB_ANYCASTIPADDRESS_ROW"),
                                             structure<oracle::LinkRow>("MIB_IPINTERFACE_ROW")};
  return all;
}

const std::vector<Parameter>& parameters() {
  static const std::vector<Parameter> all = collect_parameters();
  return all;
}

std::string_view parameter_of(std::string_view argument) {
  constexpr std::string_view null = "no ";
  if (argument.starts_with(null)) argument.remove_prefix(null.size());
  // The other arguments of scripts are written in small letters.
  const bool is_documented = std::isupper(static_cast<unsigned char>(argument.front())) != 0;
  return is_documented ? argument : "";
}

}  // namespace netioconf::conformance::cli::explain
