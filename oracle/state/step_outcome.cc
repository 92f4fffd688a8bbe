#include "oracle/state/step_outcome.h"

#include <array>

namespace netioconf::oracle::state {
namespace {

constexpr std::array<std::string_view, call_count> families = {
    "route-initialize", "route",       "route-set",     "route-get", "route-delete", "route-table",
    "best-route",       "notify",      "notify-cancel", "anycast",   "anycast-get",  "anycast-delete",
    "anycast-table",    "link-metric", "free-table",    "notify",    "free-table",
};

}  // namespace

std::string_view family_of(Call call) { return families[static_cast<std::size_t>(call)]; }

std::string rule_id(Call call, std::string_view promise) {
  std::string id{family_of(call)};
  id += '.';
  id += promise;
  return id;
}

}  // namespace netioconf::oracle::state
