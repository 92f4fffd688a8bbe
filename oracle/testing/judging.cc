#include "oracle/testing/judging.h"

#include "oracle/model/calls.h"

namespace netioconf::oracle {

Operation null_row(Call call) {
  if (call == Call::get_link) return LinkCall{};
  if (is_about(call, Entries::anycasts)) return AnycastCall{.call = call, .row = {}};
  return RouteCall{.call = call, .row = {}};
}

Finding last_finding(const Trace& trace, readings::Profile profile) {
  return engine::Judge{profile}.judge(trace).findings.back();
}

Finding last_finding(const Steps& steps, const Host& host) {
  return last_finding(trace_of(steps, host));
}

Verdict last_verdict(const Steps& steps, const Host& host) { return last_finding(steps, host).verdict; }

StatusSet allowed(const Steps& steps, const Host& host) { return last_finding(steps, host).allowed; }

std::string broken_rule(const Steps& steps, const Host& host) { return last_finding(steps, host).rule; }

void PrintTo(Verdict verdict, std::ostream* out) { *out << name_of(verdict); }

void PrintTo(const StatusSet& statuses, std::ostream* out) {
  *out << "{";
  for (std::size_t i = 0; i < status_count; ++i) {
    if (statuses.contains(static_cast<Status>(i))) *out << " " << name_of(static_cast<Status>(i));
  }
  *out << " }";
}

}  // namespace netioconf::oracle
