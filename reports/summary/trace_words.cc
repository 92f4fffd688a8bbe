#include "reports/summary/trace_words.h"

#include <fmt/format.h>

#include "corpora/codec/codec.h"
#include "corpora/text/text.h"
#include "reports/model/report.h"

namespace netioconf::reports::inline summary {

std::vector<bool> probes_of(const oracle::Trace& trace) {
  std::vector<bool> probes;
  for (const oracle::Step& step : trace.steps) probes.push_back(step.probe);
  return probes;
}

void describe(const oracle::Host& host, HostWords& words) {
  words.set_ipv4(host.ipv4);
  words.set_ipv6(host.ipv6);
  for (const oracle::Link& link : host.links) {
    LinkWords& added = *words.add_links();
    added.set_luid(fmt::format("{:#x}", link.luid));
    added.set_index(link.index);
    added.set_ipv4(link.ipv4);
    added.set_ipv6(link.ipv6);
    added.set_routes(link.routes);
    added.set_loopback(link.loopback);
    added.set_ipv4_metric(link.ipv4_metric);
    added.set_ipv6_metric(link.ipv6_metric);
  }
}

void describe(const std::vector<oracle::Mismatch>& mismatches,
              google::protobuf::RepeatedPtrField<MismatchWords>& words) {
  for (const oracle::Mismatch& mismatch : mismatches) {
    MismatchWords& added = *words.Add();
    added.set_rule(mismatch.rule);
    added.set_member(mismatch.member);
    added.set_allowed(mismatch.allowed);
    added.set_observed(mismatch.observed);
  }
}

void describe(const std::vector<oracle::Evidence>& evidence, const PlaceOf& place_of,
              google::protobuf::RepeatedPtrField<EvidenceWords>& words) {
  for (const oracle::Evidence& one : evidence) {
    EvidenceWords& added = *words.Add();
    added.set_question(one.question);
    added.set_subject(one.subject);
    added.set_answer(one.answer);
    added.set_script(one.script);
    added.set_step(static_cast<std::uint32_t>(one.step));
    added.set_place(place_of(one.script, one.step));
  }
}

void add_names(oracle::StatusSet statuses, google::protobuf::RepeatedPtrField<std::string>& names) {
  for (const std::string_view name : oracle::names_in(statuses)) *names.Add() = name;
}

void add_script_text(const oracle::Trace& trace, const std::string& comment,
                     google::protobuf::RepeatedPtrField<Export>& exports) {
  Export& added = *exports.Add();
  added.set_form("textproto");
  added.set_text(corpora::text::comment_of(comment) +
                 corpora::text::print(corpora::codec::encode(script_of(trace))));
}

}  // namespace netioconf::reports::inline summary
