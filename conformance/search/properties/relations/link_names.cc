#include "conformance/search/properties/relations/comparison.h"
#include "oracle/model/fields.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Call;

enum class LinkNamePair : std::uint8_t { luid, index };

// Names each existing link in one form.
oracle::Script renamed(oracle::Script script, LinkNamePair name) {
  for (oracle::Operation& operation : script.operations) {
    oracle::edit_link_name(operation, [&](std::uint64_t& luid, std::uint32_t& index) {
      const oracle::Link* link = oracle::named_link(script.host, luid, index);
      if (link == nullptr) return;
      luid = name == LinkNamePair::luid ? link->luid : 0;
      index = name == LinkNamePair::index ? link->index : 0;
    });
  }
  return script;
}

// The rule of the call that differs, or of the call whose effect a table shows.
std::string_view rule_of(Call call) {
  if (call == Call::anycast_table) call = Call::create_anycast;
  const oracle::Rule* rule = oracle::rules::find_rule(call, oracle::Promise::luid_first);
  return rule != nullptr ? rule->id
                         : oracle::rules::rule_of(Call::create_route, oracle::Promise::luid_first).id;
}

}  // namespace

std::optional<Broken> link_names(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script) || script.host.links.empty()) return std::nullopt;
  const oracle::Script whole = with_a_last_look(script);
  const oracle::Trace& as_is = observe(whole);
  if (!is_steady(as_is)) return std::nullopt;
  std::size_t observation = 0;
  for (const LinkNamePair name : {LinkNamePair::luid, LinkNamePair::index}) {
    ++observation;
    const oracle::Trace& otherwise = observe(renamed(whole, name));
    if (!is_steady(otherwise)) return std::nullopt;
    auto broken = first_difference(as_is, own_steps(as_is), otherwise, own_steps(otherwise),
                                   left_to_the_stack(script));
    if (!broken) continue;
    broken->observation = observation;
    broken->rule = rule_of(oracle::call_of(otherwise.steps[broken->step].operation));
    return broken;
  }
  return std::nullopt;
}

}  // namespace netioconf::conformance::search::properties::relations
