#include "conformance/mutants/mutants.h"

#include <vector>

#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/groups.h"
#include "conformance/mutants/routes/groups.h"

namespace netioconf::conformance::mutants {
namespace {

std::vector<Mutant> collected() {
  std::vector<Mutant> all;
  for (const std::span<const Mutant> group : {routes::groups::create_argument(),
                                              routes::groups::create_link(),
                                              routes::groups::create_entry(),
                                              routes::groups::create_side_effect(),
                                              routes::groups::create_inconsistency(),
                                              routes::groups::set_argument(),
                                              routes::groups::set(),
                                              routes::groups::get_argument(),
                                              routes::groups::get(),
                                              routes::groups::remove_argument(),
                                              routes::groups::remove(),
                                              groups::table(),
                                              groups::read_row(),
                                              routes::groups::initialize(),
                                              routes::groups::best_route(),
                                              routes::groups::best_route_answer(),
                                              groups::notify(),
                                              anycasts::groups::anycast_create(),
                                              anycasts::groups::anycast_address(),
                                              anycasts::groups::anycast_entry(),
                                              anycasts::groups::anycast_argument(),
                                              anycasts::groups::anycast_lookup(),
                                              groups::call(),
                                              groups::reset(),
                                              groups::clock(),
                                              groups::host()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  return all;
}

}  // namespace

std::span<const Mutant> mutants() {
  static const std::vector<Mutant> all = collected();
  return all;
}

std::optional<emulator::Behaviour> mutant_behaviour(std::string_view name) {
  for (const Mutant& mutant : mutants()) {
    if (mutant.name == name) return mutant.make();
  }
  return std::nullopt;
}

}  // namespace netioconf::conformance::mutants
