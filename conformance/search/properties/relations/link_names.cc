#include "conformance/search/properties/relations/comparison.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Call;

enum class LinkNamePair : std::uint8_t { luid, index };

// Names each existing link in one form.
class Renaming {
 public:
  Renaming(const oracle::Host& host, LinkNamePair name) : host_{host}, name_{name} {}

  void operator()(oracle::BestRouteCall& call) const {
    std::uint64_t luid = call.luid.value_or(0);
    rename(luid, call.index);
    if (luid != 0 || call.luid) call.luid = luid;
  }
  template <class Call>
  void operator()(Call& call) const {
    if constexpr (requires { call.row->luid; }) {
      if (call.row) rename(call.row->luid, call.row->index);
    }
  }

 private:
  void rename(std::uint64_t& luid, std::uint32_t& index) const {
    const oracle::Link* link = oracle::named_link(host_, luid, index);
    if (link == nullptr) return;
    luid = name_ == LinkNamePair::luid ? link->luid : 0;
    index = name_ == LinkNamePair::index ? link->index : 0;
  }

  const oracle::Host& host_;
  LinkNamePair name_;
};

oracle::Script renamed(oracle::Script script, LinkNamePair name) {
  const Renaming renaming{script.host, name};
  for (oracle::Operation& operation : script.operations) std::visit(renaming, operation);
  return script;
}

std::string_view rule_of(Call call) {
  switch (call) {
    case Call::create_route:
      return "route.luid-first";
    case Call::set_route:
      return "route-set.luid-first";
    case Call::get_route:
      return "route-get.luid-first";
    case Call::delete_route:
      return "route-delete.luid-first";
    case Call::best_route:
      return "best-route.luid-first";
    case Call::create_anycast:
    case Call::anycast_table:
      return "anycast.luid-first";
    case Call::get_anycast:
      return "anycast-get.luid-first";
    case Call::delete_anycast:
      return "anycast-delete.luid-first";
    case Call::get_link:
      return "link-metric.luid-first";
    default:
      return "route.luid-first";
  }
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
