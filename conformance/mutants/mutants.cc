#include "conformance/mutants/mutants.h"

#include <vector>

#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/groups.h"
#include "conformance/mutants/routes/groups.h"

namespace netioconf::conformance {
namespace {

std::vector<Mutant> collected() {
  std::vector<Mutant> all;
  for (const std::span<const Mutant> group : {groups::create_argument(),
                                              groups::create_link(),
                                              groups::create_entry(),
                                              groups::create_side(),
                                              groups::create_choice(),
                                              groups::set_argument(),
                                              groups::set(),
                                              groups::get_argument(),
                                              groups::get(),
                                              groups::remove_argument(),
                                              groups::remove(),
                                              groups::table(),
                                              groups::shown(),
                                              groups::initialize(),
                                              groups::best_route(),
                                              groups::best_route_answer(),
                                              groups::notify(),
                                              groups::anycast_create(),
                                              groups::anycast_address(),
                                              groups::anycast_entry(),
                                              groups::anycast_argument(),
                                              groups::anycast_lookup(),
                                              groups::call()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  return all;
}

}  // namespace

std::span<const Mutant> mutants() {
  static const std::vector<Mutant> all = collected();
  return all;
}

std::optional<Behaviour> mutant_behaviour(std::string_view name) {
  for (const Mutant& mutant : mutants()) {
    if (mutant.name == name) return mutant.make();
  }
  return std::nullopt;
}

}  // namespace netioconf::conformance
