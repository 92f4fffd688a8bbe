#include "reports/summary/group_key.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "oracle/model/calls.h"

namespace netioconf::reports::inline summary {
namespace {

std::string observed_of(const oracle::Trace& trace, const oracle::Finding& finding) {
  using enum oracle::Ending;
  static constexpr std::array<std::string_view, 6> endings{"returned", "crashed", "hung",
                                                           "exited",   "garbled", "unavailable"};
  const oracle::Ending ending =
      finding.step < trace.steps.size() ? trace.steps[finding.step].reply.ending : returned;
  if (ending == returned) return std::string{oracle::name_of(finding.observed)};
  return std::string{endings[static_cast<std::size_t>(ending)]};
}

}  // namespace

const std::string& id_of(const GroupKey& group) {
  return group.reading.empty() ? group.rule : group.reading;
}

std::string function_of(const GroupKey& group) {
  return group.ended_in.empty() ? std::string{oracle::function_name(group.call)} : group.ended_in;
}

// The end of a documented function is of the same kind in a step of its own and in that of another call.
GroupKey group_key(const oracle::Trace& trace, const oracle::Finding& deviation) {
  GroupKey key{.rule = deviation.rule,
               .reading = deviation.contradicts.empty() ? "" : deviation.contradicts.front().question,
               .call = deviation.call,
               .observed = observed_of(trace, deviation)};
  if (deviation.step >= trace.steps.size()) return key;
  const std::string& ended_in = trace.steps[deviation.step].reply.ended_in;
  if (ended_in.empty()) return key;
  const auto call = oracle::call_named(ended_in);
  key.call = call.value_or(oracle::Call::create_route);
  if (!call) key.ended_in = ended_in;
  return key;
}

}  // namespace netioconf::reports::inline summary
