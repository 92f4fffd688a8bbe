#include "oracle/rules/examples.h"

#include <algorithm>

#include "oracle/model/calls.h"
#include "oracle/model/fields.h"
#include "oracle/model/samples.h"
#include "oracle/model/steps.h"
#include "oracle/rules/call_rules.h"

namespace netioconf::oracle::rules {
namespace {

// The rows of the calls below.
template <class Row>
Row plain_row();
template <>
RouteRow plain_row() {
  return a_route();
}
template <>
AnycastRow plain_row() {
  return an_anycast();
}
template <>
LinkRow plain_row() {
  return {.family = ipv4_family, .luid = first_luid};
}

// The calls from which the examples of the rules start. No rule refuses them.
template <class Row, Call by_default>
void start(CallExample<RowCall<Row, by_default>>& example, Call call) {
  if (!creates(call)) example.before = {create(plain_row<Row>())};
  example.call = {.call = call, .row = plain_row<Row>()};
}
void start(CallExample<TableCall>& example, Call call) {
  example.before = {create(a_route()), create(an_anycast())};
  example.call = {.call = call};
}
void start(CallExample<BestRouteCall>& example, Call) {
  example.before = {create(a_route())};
  example.call = {.luid = first_luid, .source = {}, .destination = ipv4(10, 1, 2, 3)};
}
void start(CallExample<LinkCall>& example, Call) { example.call.row = plain_row<LinkRow>(); }
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

template <class Row>
std::vector<Row> rows_of_examples() {
  std::vector<Row> rows;
  const auto add = [&rows](const auto& call) {
    if constexpr (requires { rows.push_back(*call.row); }) {
      if (call.row && std::find(rows.begin(), rows.end(), *call.row) == rows.end())
        rows.push_back(*call.row);
    }
  };
  for (const RuleExample& example : examples()) std::visit(add, example.call);
  return rows;
}

bool names_the_link(Role role) { return role == Role::luid || role == Role::index; }

}  // namespace

template <class Row>
const std::vector<Row>& example_rows() {
  static const std::vector<Row> rows = rows_of_examples<Row>();
  return rows;
}
template const std::vector<RouteRow>& example_rows();
template const std::vector<AnycastRow>& example_rows();
template const std::vector<LinkRow>& example_rows();

template <class Row>
void take_members(const Row& example, Row& row) {
  const Row plain = plain_row<Row>();
  for_each_field(row, [&](const auto& field, auto& member) {
    if (names_the_link(field.role)) return;
    if (field.of(example) != field.of(plain)) member = field.of(example);
  });
}
template void take_members(const RouteRow& example, RouteRow& row);
template void take_members(const AnycastRow& example, AnycastRow& row);
template void take_members(const LinkRow& example, LinkRow& row);

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
