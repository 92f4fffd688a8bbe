#include "oracle/coverage/coverage.h"

#include <algorithm>
#include <unordered_map>

#include "oracle/model/finding.h"
#include "oracle/model/hash.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::oracle::coverage {
namespace {

// A finding refers to the ids stored in the catalogue, so that their addresses identify them.
std::size_t position_of(std::string_view id) {
  static const std::unordered_map<const char*, std::size_t> positions = [] {
    std::unordered_map<const char*, std::size_t> all;
    for (const Rule& rule : rules::rules()) all.emplace(rule.id.data(), all.size());
    return all;
  }();
  return positions.at(id.data());
}

std::string amount(std::size_t count, std::size_t several, std::string_view noun) {
  const std::string number = count == several ? "several" : std::to_string(count);
  return number + " " + std::string(noun);
}

}  // namespace

std::size_t CoverageCounter::InputHash::operator()(const Input& input) const {
  std::uint64_t hash =
      static_cast<std::uint64_t>(input.call) << 8U | static_cast<std::uint64_t>(input.outcome);
  for (const std::uint16_t each : input.partition.classes) hash = mix(hash, each);
  return hash;
}

CoverageCounter::CoverageCounter() : refusals_(rules::rules().size()) {}

void CoverageCounter::count(const Finding& finding, const Operation& operation, std::size_t routes,
                            std::size_t anycasts) {
  if (finding.verdict == Verdict::skipped) return;
  const auto call = static_cast<std::size_t>(finding.call);
  const auto count_in = [&](Applied& applied) {
    ++(finding.because.size() > 1 ? applied.together : applied.alone);
  };
  ++calls_[call];
  if (finding.observed == Status::success) count_in(successes_[call]);
  for (const std::string_view id : finding.because) count_in(refusals_[position_of(id)]);
  ++inputs_[{finding.call, finding.observed, partition_of(operation)}];
  ++states_[std::min(routes, several)][std::min(anycasts, several)];
}

void CoverageCounter::add(const CoverageCounter& other) {
  const auto add_up = [](auto& sum, const auto& added, auto& add_one) {
    for (std::size_t i = 0; i < sum.size(); ++i) add_one(sum[i], added[i]);
  };
  const auto add_number = [](std::uint64_t& sum, std::uint64_t added) { sum += added; };
  const auto add_applied = [](Applied& sum, const Applied& added) {
    sum.alone += added.alone;
    sum.together += added.together;
  };
  add_up(refusals_, other.refusals_, add_applied);
  add_up(successes_, other.successes_, add_applied);
  add_up(calls_, other.calls_, add_number);
  for (std::size_t routes = 0; routes <= several; ++routes)
    add_up(states_[routes], other.states_[routes], add_number);
  for (const auto& [input, steps] : other.inputs_) inputs_[input] += steps;
}

Coverage CoverageCounter::coverage() const {
  Coverage coverage;
  for (std::size_t i = 0; i < refusals_.size(); ++i) {
    const Rule& rule = rules::rules()[i];
    const auto call = static_cast<std::size_t>(rule.call);
    const Applied& applied = rule.kind == Kind::refusal ? refusals_[i] : successes_[call];
    coverage.rules[std::string(rule.id)] = {.alone = applied.alone,
                                            .together = applied.together,
                                            .held_off = calls_[call] - applied.alone - applied.together};
  }
  for (const auto& [input, steps] : inputs_) {
    coverage.cells[{input.call, describe(input.call, input.partition), input.outcome}] = steps;
  }
  for (std::size_t routes = 0; routes <= several; ++routes) {
    for (std::size_t anycasts = 0; anycasts <= several; ++anycasts) {
      if (states_[routes][anycasts] == 0) continue;
      coverage.states[amount(routes, several, "route(s)") + ", " +
                      amount(anycasts, several, "anycast address(es)")] = states_[routes][anycasts];
    }
  }
  return coverage;
}

}  // namespace netioconf::oracle::coverage
