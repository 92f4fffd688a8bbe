#include "reports/diff/evidence_places.h"

#include <map>
#include <string>
#include <utility>

namespace netioconf::reports::diff {
namespace {

using PlaceByStep = std::map<std::pair<std::string, std::uint32_t>, std::string>;

void add_places(const google::protobuf::RepeatedPtrField<EvidenceWords>& evidence, PlaceByStep& places) {
  for (const EvidenceWords& one : evidence) places.try_emplace({one.script(), one.step()}, one.place());
}

PlaceByStep places_in(const Report& report) {
  PlaceByStep places;
  for (const FollowedReading& reading : report.readings()) add_places(reading.evidence(), places);
  for (const ScriptResult& script : report.scripts()) {
    for (const StepResult& step : script.findings()) add_places(step.contradicts(), places);
  }
  return places;
}

}  // namespace

void take_places_from_reports(Comparison& comparison) {
  std::map<std::uint32_t, PlaceByStep> by_run;
  for (int run = 0; run < comparison.reports_size(); ++run)
    by_run.emplace(run, places_in(comparison.reports(run)));
  for (DifferenceWords& difference : *comparison.mutable_differences()) {
    for (ComparedStep& step : *difference.mutable_shortest()->mutable_steps()) {
      for (ComparedReply& reply : *step.mutable_replies()) {
        const PlaceByStep& places = by_run[reply.implementation()];
        for (EvidenceWords& one : *reply.mutable_contradicts()) {
          const auto place = places.find({one.script(), one.step()});
          if (place != places.end()) one.set_place(place->second);
        }
      }
    }
  }
}

}  // namespace netioconf::reports::diff
