#include "conformance/search/properties/relations/relations.h"

#include <algorithm>
#include <array>

namespace netioconf::conformance {

std::span<const Relation> relations() {
  static constexpr std::array<Relation, 7> all = {{
      {"ignored_members", "Age, Origin, ScopeId and padding in the caller's row don't matter",
       ignored_members},
      {"link_names", "LUID or index of the same link, the same answers", link_names},
      {"created_again", "to create, delete and create is to create", created_again},
      {"creates_in_any_order", "independent creates commute", creates_in_any_order},
      {"refused_calls", "a refused call is invisible", refused_calls},
      {"read_as_created", "what was created is read back, but for what the stack owns", read_as_created},
      {"best_of_the_table", "the best route is what a naive look through the table finds",
       best_of_the_table},
  }};
  return all;
}

const Relation* find_relation(std::string_view name) {
  const auto all = relations();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [name](const Relation& relation) { return relation.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace netioconf::conformance
