#include "reports/diff/render/comparison_json.h"

#include "oracle/model/calls.h"
#include "reports/diff/render/comparison_lines.h"
#include "reports/diff/render/comparison_text.h"
#include "reports/diff/render/example_json.h"
#include "reports/formats/json.h"
#include "reports/formats/json_parts.h"
#include "reports/writers/json.h"

namespace netioconf::reports::diff::render {
namespace {

using formats::Json;

// Increased together with the format in comparison.schema.json.
constexpr int comparison_format = 1;

Json json_of(const Cause& cause) {
  return {{"kind", name_of(cause.kind)},
          {"rule", cause.rule},
          {"reading", cause.reading},
          {"subject", cause.subject},
          {"rules", cause.rules}};
}

Json json_of(const AgreeingGroup& group) {
  return {{"implementations", group.runs},
          {"verdict", oracle::name_of(group.verdict)},
          {"rule", group.rule},
          {"outcome", group.outcome},
          {"reply", group.reply}};
}

Json json_of(const Difference& difference) {
  Json cause = json_of(difference.key.cause);
  Json json{{"id", id_of(difference.key.cause)}};
  json.update(cause);
  json.update(
      Json{{"function", oracle::function_name(difference.key.call)},
           {"aspect", name_of(difference.shown.aspect)},
           {"camps", formats::json_list(difference.shown.groups,
                                        [](const AgreeingGroup& group) { return json_of(group); })},
           {"places", difference.places},
           {"scripts", formats::json_list(difference.committed,
                                          [](const Occurrence& one) {
                                            return Json{{"name", one.script}, {"places", one.findings}};
                                          })},
           {"generated_places", difference.generated},
           {"replay", difference.replay},
           {"shortest", example_json(difference)}});
  return json;
}

Json rules_of(const Comparison& comparison) {
  return formats::json_list(rules_by_run(comparison), [](const RuleRow& row) {
    return Json{{"rule", row.rule},
                {"standings", formats::json_list(row.standings, [](Standing standing) {
                   return Json(name_of(standing));
                 })}};
  });
}

Json readings_of(const Comparison& comparison) {
  return formats::json_list(readings_by_run(comparison), [](const ReadingRow& row) {
    Json answers = formats::json_list(row.followed, [](const oracle::Followed* followed) {
      if (followed == nullptr) return Json(nullptr);
      return Json{{"decided", followed->decided}, {"answers", followed->answers}};
    });
    return Json{{"question", row.question}, {"subject", row.subject}, {"followed", std::move(answers)}};
  });
}

Json implementations_of(const Comparison& comparison) {
  Json list = Json::array();
  const std::vector<std::string> names = names_of(comparison);
  for (std::size_t run = 0; run < names.size(); ++run)
    list.push_back({{"name", names[run]}, {"outcome", name_of(outcome_of(comparison.runs[run]))}});
  return list;
}

Json searches_of(const Comparison& comparison) {
  return formats::json_list(comparison.searches, [](const Searched& searched) {
    return Json{{"by", searched.by},
                {"scripts", searched.scripts},
                {"calls", searched.calls},
                {"seconds", searched.seconds}};
  });
}

std::vector<Json> reports_of(const Comparison& comparison) {
  std::vector<Json> reports;
  for (const Report& report : comparison.runs) reports.push_back(writers::json_value(report));
  return reports;
}

}  // namespace

Json json_value(const Comparison& comparison) {
  std::vector<std::size_t> ambiguous;
  for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
    if (is_ambiguous(comparison.differences[i].key.cause.kind)) ambiguous.push_back(i);
  }
  return {{"kind", "comparison"},
          {"format", comparison_format},
          {"profile", oracle::readings::name_of(comparison.profile)},
          {"command", comparison.command},
          {"version", comparison.version},
          {"outcome", outcome_word(comparison)},
          {"implementations", implementations_of(comparison)},
          {"scripts", comparison.scripts},
          {"steps", comparison.steps},
          {"left_out", formats::json_list(comparison.left_out,
                                          [](const LeftOut& one) {
                                            return Json{{"why", one.why}, {"scripts", one.scripts}};
                                          })},
          {"searches", searches_of(comparison)},
          {"rules", rules_of(comparison)},
          {"readings", readings_of(comparison)},
          {"differences", formats::json_list(comparison.differences,
                                             [](const Difference& one) { return json_of(one); })},
          {"ambiguities", ambiguous}};
}

std::string json(const Comparison& comparison) {
  Json whole = json_value(comparison);
  whole["reports"] = reports_of(comparison);
  return whole.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

writers::PageData page_data(const Comparison& comparison) {
  return {.reports = reports_of(comparison),
          .names = names_of(comparison),
          .comparison = json_value(comparison)};
}

std::string html(const Comparison& comparison) { return writers::html(page_data(comparison)); }

}  // namespace netioconf::reports::diff::render
