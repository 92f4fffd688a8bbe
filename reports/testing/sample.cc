#include "reports/testing/sample.h"

namespace netioconf::reports {
namespace {

using oracle::Call;
using oracle::Finding;
using oracle::Verdict;

// A control character, a byte that is not UTF-8, a character that changes the writing direction, and
// characters that the formats interpret as markup.
constexpr const char* nasty = "a\x1b[31m\xff\xe2\x80\xae <b>&\"'|`*_@x ]]> \xc3\xa9";

oracle::RouteRow a_route() {
  oracle::RouteRow row;
  row.luid = oracle::first_luid;
  row.destination.address = oracle::ipv4(10, 0, 0, 0);
  row.destination.length = 8;
  row.next_hop = oracle::ipv4(10, 0, 0, 1);
  row.valid_lifetime_s = oracle::infinite_lifetime_s;
  row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.protocol = oracle::protocol_netmgmt;
  return row;
}

oracle::Step route_step(Call call, oracle::RouteRow row, std::uint32_t status) {
  oracle::Step step;
  step.operation = oracle::RouteCall{.call = call, .row = row};
  step.reply.status = status;
  return step;
}

oracle::Step look_at_the_routes(std::uint32_t rows) {
  oracle::Step step;
  step.operation = oracle::TableCall{};
  step.reply.table.emplace().row_count = rows;
  step.probe = true;
  return step;
}

Finding conforming(std::size_t step, Call call) {
  Finding finding;
  finding.step = step;
  finding.call = call;
  finding.allowed = oracle::StatusSet{oracle::Status::success};
  return finding;
}

Finding deviating(std::size_t step, Call call, std::string_view rule, oracle::Status allowed) {
  Finding finding = conforming(step, call);
  finding.verdict = Verdict::deviates;
  finding.rule = rule;
  finding.because = {rule};
  finding.allowed = oracle::StatusSet{allowed};
  return finding;
}

Finding without_verdict(std::size_t step, Call call, Verdict verdict, std::string why) {
  Finding finding = conforming(step, call);
  finding.verdict = verdict;
  finding.why = std::move(why);
  return finding;
}

ScriptResult script(std::string name, std::string comment, Verdict verdict) {
  ScriptResult result;
  result.path = "corpora/scripts/" + name + ".textproto";
  result.name = std::move(name);
  result.comment = std::move(comment);
  result.verdict = verdict;
  result.trace.script = result.name;
  result.trace.host = oracle::plain_host();
  result.judgement.script = result.name;
  return result;
}

void add(ScriptResult& result, oracle::Step step, Finding finding) {
  result.probes.push_back(step.probe);
  result.trace.steps.push_back(std::move(step));
  result.judgement.findings.push_back(std::move(finding));
}

ScriptResult lifetimes() {
  ScriptResult result = script("route.lifetimes/preferred_above_valid",
                               "The preferred lifetime is one second longer.", Verdict::deviates);
  oracle::RouteRow row = a_route();
  row.valid_lifetime_s = 60;
  row.preferred_lifetime_s = 61;
  add(result, route_step(Call::create_route, row, 0),
      deviating(0, Call::create_route, "route.lifetimes", oracle::Status::invalid_parameter));
  add(result, look_at_the_routes(1),
      without_verdict(1, Call::route_table, Verdict::undecided, "an earlier step deviated"));
  result.steps = {0, 1, 1, 0};
  result.lines = {4};
  result.exports = {
      {"c", std::string{"// A preferred lifetime above the valid one is refused.\n// "} + nasty}};
  return result;
}

ScriptResult metric() {
  ScriptResult result = script("route.metric/is_kept", "The metric is read back.", Verdict::deviates);
  oracle::RouteRow row = a_route();
  row.metric = 5;
  add(result, route_step(Call::create_route, row, 0), conforming(0, Call::create_route));
  add(result, look_at_the_routes(1), conforming(1, Call::route_table));
  oracle::Step get = route_step(Call::get_route, a_route(), 0);
  get.reply.route = a_route();
  Finding finding = deviating(2, Call::get_route, "route.metric", oracle::Status::success);
  finding.mismatches = {{"route.metric", "Metric", "5", "0"}, {"route.age", "Age", "at most 2", "77"}};
  finding.because = {"route.metric", "route.age"};
  add(result, get, finding);
  result.steps = {2, 1, 0, 0};
  result.lines = {4, 12};
  return result;
}

ScriptResult duplicate_key() {
  ScriptResult result =
      script("route.duplicate/second_next_hop", "Only the next hop differs.", Verdict::deviates);
  add(result, route_step(Call::create_route, a_route(), 0), conforming(0, Call::create_route));
  oracle::RouteRow row = a_route();
  row.next_hop = oracle::ipv4(10, 0, 0, 2);
  Finding finding =
      deviating(1, Call::create_route, "route.duplicate", oracle::Status::object_already_exists);
  finding.contradicts = {{"duplicate-key", "", "prefix", "route.duplicate/only_the_metric_differs", 2}};
  add(result, route_step(Call::create_route, row, 0), finding);
  result.steps = {1, 1, 0, 0};
  return result;
}

ScriptResult unspecified_link() {
  ScriptResult result =
      script("route.link/neither_luid_nor_index", "No link is named.", Verdict::deviates);
  oracle::RouteRow row = a_route();
  row.luid = 0;
  Finding finding = deviating(0, Call::create_route, "route.link", oracle::Status::invalid_parameter);
  finding.observed = oracle::Status::file_not_found;
  finding.explained_by = {{"no-link", "", "file not found", "", 0}};
  oracle::Step step = route_step(Call::create_route, row, 2);
  step.reply.decided_by = nasty;
  add(result, step, finding);
  result.steps = {0, 1, 0, 0};
  return result;
}

ScriptResult crash() {
  ScriptResult result = script("sweep-17", nasty, Verdict::deviates);
  result.origin = Origin::generated;
  result.path = std::string{"out/scripts/"} + nasty + ".textproto";
  oracle::Step step = route_step(Call::delete_route, a_route(), 0);
  step.reply.ending = oracle::Ending::crashed;
  step.reply.detail = nasty;
  add(result, step, deviating(0, Call::delete_route, "any.returns", oracle::Status::not_found));
  result.steps = {0, 1, 0, 0};
  return result;
}

ScriptResult conforming_script() {
  ScriptResult result =
      script("route.duplicate/only_the_metric_differs", "The key is the same.", Verdict::conforms);
  result.probes = {false, true, false, true};
  result.steps = {4, 0, 0, 0};
  result.trace = {};
  result.judgement = {};
  return result;
}

ScriptResult undecided_script() {
  ScriptResult result = script("route.rights/not_elevated", "", Verdict::undecided);
  add(result, route_step(Call::create_route, a_route(), 5),
      without_verdict(0, Call::create_route, Verdict::undecided, nasty));
  result.steps = {0, 0, 1, 0};
  return result;
}

ScriptResult skipped_script() {
  ScriptResult result = script("anycast.create/ipv4", "", Verdict::skipped);
  result.trace.skipped = "this host is not available: two links";
  return result;
}

std::vector<Group> groups() {
  const std::string success = "success";
  return {
      {"any.returns", "", Call::delete_route, "crashed", 40, {}, 40, 7, 0},
      {"route.duplicate",
       "duplicate-key",
       Call::create_route,
       success,
       1,
       {{"route.duplicate/second_next_hop", 1}},
       0,
       1,
       1},
      {"route.lifetimes",
       "",
       Call::create_route,
       success,
       4,
       {{"route.lifetimes/preferred_above_valid", 1}},
       3,
       0,
       0},
      {"route.link",
       "",
       Call::create_route,
       "file_not_found",
       1,
       {{"route.link/neither_luid_nor_index", 1}},
       0,
       3,
       0},
      {"route.metric", "", Call::get_route, success, 1, {{"route.metric/is_kept", 1}}, 0, 4, 2},
  };
}

std::vector<KnownEntry> known_entries() {
  const std::string create = "CreateIpForwardEntry2";
  return {
      {"route.link",
       "route.link/*",
       create,
       "file_not_found",
       "Windows does the same",
       "",
       {},
       "",
       1,
       3},
      {"route.lifetimes",
       "route.lifetimes/preferred_above_valid",
       create,
       "success",
       std::string{"lifetimes are not stored: "} + nasty,
       "https://example.org/issues/1?a=1&b=2",
       {"1.0", "1.1"},
       "2027-01-31",
       1,
       11},
      {"route.metric",
       "route.metric/is_kept",
       create,
       "invalid_parameter",
       "it refused metrics",
       "",
       {},
       "2026-01-31",
       1,
       22},
  };
}

Matched known() {
  Matched matched;
  matched.list = "conformance/known/acme.textproto";
  matched.entries = known_entries();
  matched.matches = {
      {0, "", 40, std::nullopt},
      {1, "route.duplicate/second_next_hop", 1, std::nullopt},
      {2, "route.lifetimes/preferred_above_valid", 1, 1},
      {2, "", 3, std::nullopt},
      {3, "route.link/neither_luid_nor_index", 1, 0},
      {4, "route.metric/is_kept", 1, std::nullopt},
  };
  matched.stale = {{2, Staleness::changed, "now success of GetIpForwardEntry2 (route.metric)"}};
  return matched;
}

std::vector<RuleWords> rules() {
  const std::string page = "CreateIpForwardEntry2";
  const std::string get = "GetIpForwardEntry2";
  const std::string status = "Return value";
  return {
      {"any.returns", "effect", page, page, status, "Every call returns.", "", {}},
      {"route.age",
       "effect",
       get,
       "MIB_IPFORWARD_ROW2",
       "Members",
       "Age is the time since the route was made.",
       "",
       {}},
      {"route.duplicate",
       "refusal",
       page,
       page,
       "Remarks",
       "A second route with the same key is refused.",
       "duplicate-key",
       {"duplicate-by-prefix", "duplicate-accepted"}},
      {"route.lifetimes",
       "refusal",
       page,
       page,
       status,
       "A preferred lifetime above the valid one is refused.",
       "",
       {"lifetimes-unchecked"}},
      {"route.link",
       "refusal",
       page,
       page,
       status,
       "A row that names no link is refused.",
       "no-link",
       {}},
      {"route.metric", "effect", get, page, "Remarks", "The metric is kept.", "", {}},
  };
}

std::vector<QuestionWords> readings() {
  using oracle::readings::Basis;
  return {
      {"duplicate-key",
       "What makes two routes the same?",
       {{"prefix", Basis::documented, false, "CreateIpForwardEntry2, Return value"},
        {"prefix + next hop", Basis::documented, true, "CreateIpForwardEntry2, Remarks"}}},
      {"host-bits",
       "What becomes of bits after the prefix?",
       {{"refused", Basis::documented, true, "silent"}, {"kept", Basis::documented, true, "silent"}}},
      {"no-link",
       "What does a row get that names no link?",
       {{"invalid parameter", Basis::documented, false, "CreateIpForwardEntry2, Return value"},
        {"file not found", Basis::observed, true, "seen twice, independently"}}},
  };
}

oracle::coverage::Coverage coverage() {
  oracle::coverage::Coverage reached;
  reached.rules["any.returns"] = {.alone = 0, .together = 9, .held_off = 0};
  reached.rules["route.duplicate"] = {.alone = 1, .together = 1, .held_off = 3};
  reached.rules["route.lifetimes"] = {.alone = 4, .together = 0, .held_off = 12};
  reached.rules["route.metric"] = {.alone = 0, .together = 0, .held_off = 2};
  reached.cells[{Call::create_route, "site prefix = 255", oracle::Status::success}] = 2;
  reached.cells[{Call::create_route, "no link", oracle::Status::file_not_found}] = 1;
  reached.states["no route"] = 8;
  return reached;
}

Report about_acme() {
  Report report;
  report.implementation = "library:./libacme.so";
  report.command = "netioconf check --implementation library:./libacme.so --budget 10s";
  report.invocation.arguments = {{.option = "--implementation", .value = report.implementation},
                                 {.option = "--profile", .value = "documented"}};
  report.version = "0.1.0";
  report.rules = rules();
  report.questions = readings();
  report.coverage = coverage();
  report.deciders = {{std::string{"adapter: "} + nasty, 7}, {"kernel", 12}};
  return report;
}

}  // namespace

Report sample_report() {
  Report report = about_acme();
  report.extent = Extent::partial;
  report.strictness = Strictness::strict;
  report.scripts = {lifetimes(), duplicate_key(),    conforming_script(), unspecified_link(),
                    metric(),    undecided_script(), skipped_script(),    crash()};
  report.groups = groups();
  report.steps = {2007, 47, 2, 40};
  report.searches = {{"properties", 500, 5210, 9.5, 7, "out/scripts"}};
  report.scripts_count = {501, 46, 1, 1};
  report.undecided = {{"an earlier step deviated", 1, 1}, {nasty, 1, 1}};
  report.skipped = {{"no such function", 40, 40}, {"this host is not available: two links", 0, 1}};
  report.readings = {
      {"duplicate-key",
       "",
       {"prefix"},
       true,
       {{"duplicate-key", "", "prefix", "route.duplicate/only_the_metric_differs", 3}}},
      {"host-bits", "SetIpForwardEntry2", {"refused", "kept"}, false, {}},
      {"no-link", "", {}, true, {{"no-link", "", "invalid parameter", "sweep-3", 4}}},
  };
  report.known = known();
  report.series = {{.elapsed_s = 0.5, .executions = 900, .rate = 1800, .features = 40},
                   {.elapsed_s = 60,
                    .executions = 90000,
                    .rate = 1500.5,
                    .features = 212,
                    .rules_reached = 5,
                    .outcomes_reached = 2,
                    .findings = 5}};
  report.mutant_results = {{"lifetimes-unchecked", "route.lifetimes", "fuzz", 0.25},
                           {"duplicate-accepted", "route.duplicate", "fuzz", std::nullopt}};
  return report;
}

Report faultless_report() {
  Report report = about_acme();
  report.scripts = {conforming_script()};
  report.scripts_count = {1, 0, 0, 0};
  report.steps = {4, 0, 0, 0};
  return report;
}

}  // namespace netioconf::reports
