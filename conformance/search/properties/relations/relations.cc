#include "conformance/search/properties/relations/relations.h"

#include <algorithm>
#include <array>

namespace netioconf::conformance::search::properties::relations {

std::span<const Relation> relations() {
  static constexpr std::array<Relation, 7> all = {{
      {"ignored_members", "Age, Origin, ScopeId and padding in the caller's row have no effect",
       ignored_members},
      {"link_names", "the LUID and the index of a link give the same answers", link_names},
      {"created_again", "create, delete, create has the same effect as create", created_again},
      {"creates_in_any_order", "independent creates have the same effect in either order",
       creates_in_any_order},
      {"refused_calls", "a refused call has no effect", refused_calls},
      {"read_as_created", "a created row is read back, except for the stack's members", read_as_created},
      {"best_of_the_table", "the best route is the one that a search of the table finds",
       best_of_the_table},
  }};
  return all;
}

const Relation* find_relation(std::string_view name) {
  const auto all = relations();
  const auto found = std::ranges::find(all, name, &Relation::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace netioconf::conformance::search::properties::relations
