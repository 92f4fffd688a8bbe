#include "oracle/rules/examples.h"

#include <algorithm>

#include "oracle/model/fields.h"
#include "oracle/model/samples.h"
#include "oracle/model/steps.h"
#include "oracle/rules/call_rules.h"

namespace netioconf::oracle::rules {
namespace {

// The calls from which the examples of the rules start. No rule refuses them.
void start(CallExample<RouteCall>& example, Call call) {
  if (call != Call::create_route) example.before = {create(a_route())};
  example.call = {.call = call, .row = a_route()};
}
void start(CallExample<AnycastCall>& example, Call call) {
  if (call != Call::create_anycast) example.before = {create(an_anycast())};
  example.call = {.call = call, .row = an_anycast()};
}
void start(CallExample<TableCall>& example, Call call) {
  example.before = {create(a_route()), create(an_anycast())};
  example.call = {.call = call};
}
void start(CallExample<BestRouteCall>& example, Call) {
  example.before = {create(a_route())};
  example.call = {.luid = first_luid, .source = {}, .destination = ipv4(10, 1, 2, 3)};
}
void start(CallExample<LinkCall>& example, Call) {
  example.call.row = LinkRow{.family = ipv4_family, .luid = first_luid};
}
void start(CallExample<NotifyCall>&, Call) {}

template <class Arguments>
RuleExample made(const Rule& rule, Side side, void (*change)(CallExample<Arguments>&)) {
  CallExample<Arguments> example;
  start(example, rule.call);
  change(example);
  return {&rule, side, std::move(example.host), std::move(example.before), std::move(example.call)};
}

EffectExample shown(const Rule& rule, Side side, Trace (*example)(Call)) {
  EffectExample shown{&rule, side, example(rule.call)};
  shown.trace.script = std::string(rule.id) + "/example";
  return shown;
}

template <class Row, class CallWithRow>
std::vector<Row> rows_of_examples() {
  std::vector<Row> rows;
  for (const RuleExample& example : examples()) {
    const auto* call = std::get_if<CallWithRow>(&example.call);
    if (call == nullptr || !call->row) continue;
    if (std::find(rows.begin(), rows.end(), *call->row) == rows.end()) rows.push_back(*call->row);
  }
  return rows;
}

bool names_the_link(Role role) { return role == Role::luid || role == Role::index; }

template <class Row>
void take(const Row& example, const Row& plain, Row& row) {
  const auto take_one = [&](const auto& field) {
    if (names_the_link(field.role)) return;
    if (field.of(example) != field.of(plain)) field.of(row) = field.of(example);
  };
  std::apply([&](const auto&... field) { (take_one(field), ...); }, FieldsOf<Row>::all);
}

}  // namespace

const std::vector<RouteRow>& example_routes() {
  static const std::vector<RouteRow> rows = rows_of_examples<RouteRow, RouteCall>();
  return rows;
}

const std::vector<AnycastRow>& example_anycasts() {
  static const std::vector<AnycastRow> rows = rows_of_examples<AnycastRow, AnycastCall>();
  return rows;
}

void take_members(const RouteRow& example, RouteRow& row) { take(example, a_route(), row); }

void take_members(const AnycastRow& example, AnycastRow& row) { take(example, an_anycast(), row); }

std::vector<RuleExample> examples() {
  std::vector<RuleExample> all;
  for_each_refusal([&](const auto& refusal) {
    for (const auto& pair : refusal.check.examples) {
      all.push_back(made(refusal.rule, Side::beyond, pair.beyond));
      all.push_back(made(refusal.rule, Side::within, pair.within));
    }
  });
  return all;
}

std::vector<EffectExample> effect_examples() {
  std::vector<EffectExample> all;
  for_each_effect([&](const Effect& effect) {
    for (const TracePair& pair : effect.examples) {
      all.push_back(shown(effect.rule, Side::beyond, pair.beyond));
      all.push_back(shown(effect.rule, Side::within, pair.within));
    }
  });
  return all;
}

}  // namespace netioconf::oracle::rules
