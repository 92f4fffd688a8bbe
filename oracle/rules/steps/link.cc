#include "oracle/rules/query_refusals.h"
#include "oracle/rules/steps/step.h"

namespace netioconf::oracle::rules::steps {
namespace {

void compare(std::string_view promise, std::string_view member, std::uint64_t wanted, std::uint64_t seen,
             state::StepOutcome& outcome) {
  if (wanted == seen) return;
  outcome.mismatch([&] {
    return Mismatch{.rule = state::rule_id(Call::get_link, promise),
                    .member = std::string(member),
                    .allowed = std::to_string(wanted),
                    .observed = std::to_string(seen)};
  });
}

}  // namespace

void step(readings::ChoiceEnumerator& choices, const Host& host, const state::State&,
          const LinkCall& call, const Reply& reply, state::StepOutcome& outcome) {
  const LinkRow asked = call.row.value_or(LinkRow{});
  const LinkSituation situation{.choices = choices,
                                .host = host,
                                .arguments = call,
                                .link = named_link(host, asked.luid, asked.index)};
  weigh(link_refusals(), situation, outcome);
  if (!succeeded(choices, Call::get_link, reply, outcome)) return;
  const LinkRow seen = reply.link.value_or(LinkRow{});
  compare("both-identifiers", "InterfaceLuid", situation.link->luid, seen.luid, outcome);
  compare("both-identifiers", "InterfaceIndex", situation.link->index, seen.index, outcome);
  compare("family-kept", "Family", asked.family, seen.family, outcome);
  compare("metric", "Metric", link_metric(*situation.link, asked.family), seen.metric, outcome);
}

}  // namespace netioconf::oracle::rules::steps
