#include "oracle/rules/query_refusals.h"
#include "oracle/rules/steps/explain.h"

namespace netioconf::oracle::rules::steps {
namespace {

void compare(std::string_view promise, std::string_view member, std::uint64_t wanted, std::uint64_t seen,
             state::Explanation& explanation) {
  if (wanted == seen) return;
  explanation.mismatch([&] {
    return Mismatch{.rule = state::rule_id(Call::get_link, promise),
                    .member = std::string(member),
                    .allowed = std::to_string(wanted),
                    .observed = std::to_string(seen)};
  });
}

}  // namespace

void explain(readings::Inquiry& inquiry, const Host& host, const state::State&, const LinkCall& call,
             const Reply& reply, state::Explanation& explanation) {
  const LinkRow asked = call.row.value_or(LinkRow{});
  const LinkSituation situation{.inquiry = inquiry,
                                .host = host,
                                .arguments = call,
                                .link = named_link(host, asked.luid, asked.index)};
  weigh(link_refusals(), situation, explanation);
  if (!succeeded(inquiry, Call::get_link, reply, explanation)) return;
  const LinkRow seen = reply.link.value_or(LinkRow{});
  compare("both-identifiers", "InterfaceLuid", situation.link->luid, seen.luid, explanation);
  compare("both-identifiers", "InterfaceIndex", situation.link->index, seen.index, explanation);
  compare("family-kept", "Family", asked.family, seen.family, explanation);
  compare("metric", "Metric", link_metric(*situation.link, asked.family), seen.metric, explanation);
}

}  // namespace netioconf::oracle::rules::steps
