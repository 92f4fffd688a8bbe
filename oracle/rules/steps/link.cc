#include "oracle/rules/call_rules.h"
#include "oracle/rules/steps/step.h"

namespace netioconf::oracle::rules::steps {
namespace {

void compare(Promise promise, std::string_view member, std::uint64_t wanted, std::uint64_t seen,
             state::StepOutcome& outcome) {
  if (wanted == seen) return;
  outcome.mismatch([&] {
    return Mismatch{.rule = broken(Call::get_link, promise),
                    .member = std::string(member),
                    .allowed = std::to_string(wanted),
                    .observed = std::to_string(seen)};
  });
}

void compare_flag(Promise promise, std::string_view member, bool wanted,
                  std::optional<std::uint8_t> seen, state::StepOutcome& outcome) {
  if (seen) compare(promise, member, wanted ? 1 : 0, *seen != 0 ? 1 : 0, outcome);
}

void compare_details(const Link& link, const LinkRow& seen, state::StepOutcome& outcome) {
  compare_flag(Promise::connected, "Connected", link.connected, seen.connected, outcome);
  compare_flag(Promise::disable_default_routes, "DisableDefaultRoutes", link.ignores_default_routes,
               seen.disable_default_routes, outcome);
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State&,
          const LinkCall& call, const Reply& reply, state::StepOutcome& outcome) {
  const LinkRow asked = call.row.value_or(LinkRow{});
  const LinkSituation situation{.choices = choices,
                                .host = host,
                                .row = call.row ? &*call.row : nullptr,
                                .link = named_link(host, asked.luid, asked.index)};
  weigh(get_link_refusals(), situation, meaning_of(reply.status), {}, outcome);
  if (!succeeded(choices, Call::get_link, reply, outcome)) return;
  const LinkRow seen = reply.link.value_or(LinkRow{});
  compare(Promise::both_identifiers, "InterfaceLuid", situation.link->luid, seen.luid, outcome);
  compare(Promise::both_identifiers, "InterfaceIndex", situation.link->index, seen.index, outcome);
  compare(Promise::family_kept, "Family", asked.family, seen.family, outcome);
  const std::uint32_t timeout_ms = situation.link->path_mtu_timeout_ms;
  if (timeout_ms != 0 && asked.family == ipv4_family) {
    compare(Promise::path_mtu_timeout, "PathMtuDiscoveryTimeout", timeout_ms, seen.path_mtu_timeout_ms,
            outcome);
  }
  // Without details the implementation may not know these members.
  if (has_details(host)) compare_details(*situation.link, seen, outcome);
  compare(Promise::metric, "Metric", link_metric(*situation.link, asked.family), seen.metric, outcome);
}

}  // namespace netioconf::oracle::rules::steps
