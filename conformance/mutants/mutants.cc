#include "conformance/mutants/mutants.h"

#include <vector>

#include "conformance/mutants/groups.h"

namespace netioconf::conformance {
namespace {

std::vector<Mutant> collected() {
  std::vector<Mutant> all;
  for (const std::span<const Mutant> group :
       {groups::create_argument(), groups::create_link(), groups::create_entry(), groups::create_side(),
        groups::set(), groups::get(), groups::remove(), groups::table(), groups::initialize(),
        groups::best_route(), groups::notify(), groups::anycast_create(), groups::anycast_entry(),
        groups::anycast_lookup()}) {
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
