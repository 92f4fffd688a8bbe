#include "reports/pack.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace netioconf::reports {
namespace {

using Json = nlohmann::ordered_json;
using Cells = std::vector<const Json*>;

const Json::object_t& members_of(const Json& object) { return object.get_ref<const Json::object_t&>(); }

bool have_equal_names(const Json& one, const Json& other) {
  return std::equal(members_of(one).begin(), members_of(one).end(), members_of(other).begin(),
                    members_of(other).end(),
                    [](const auto& a, const auto& b) { return a.first == b.first; });
}

bool make_a_table(const Cells& rows) {
  if (rows.size() < 2 || !rows.front()->is_object() || rows.front()->empty()) return false;
  return std::all_of(rows.begin(), rows.end(), [&](const Json* row) {
    return row->is_object() && have_equal_names(*row, *rows.front());
  });
}

Cells rows_of_all(const Cells& lists) {
  Cells rows;
  for (const Json* list : lists) {
    if (!list->is_array()) return {};
    for (const Json& row : *list) rows.push_back(&row);
  }
  return rows;
}

Json table_of(const Cells& rows);

Json each_of(const Cells& cells) {
  Json each = Json::array();
  for (const Json* cell : cells) each.push_back(pack(*cell));
  return {{"each", std::move(each)}};
}

// Numbers are as short as the number of one.
bool is_worth_naming(const Json& value) { return value.is_string() || value.is_structured(); }

std::string written(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Empty if that saves nothing.
Json few_values_of(const Cells& cells) {
  std::unordered_map<std::string, std::size_t> numbers;
  Json values = Json::array();
  Json at = Json::array();
  for (const Json* cell : cells) {
    const auto [place, is_new] = numbers.try_emplace(written(*cell), numbers.size());
    if (is_new) values.push_back(pack(*cell));
    at.push_back(place->second);
    if (numbers.size() * 2 > cells.size()) return {};
  }
  return {{"of", std::move(values)}, {"at", std::move(at)}};
}

Json column_of(const Cells& cells) {
  const Json& first = *cells.front();
  const auto equals_first = [&](const Json* cell) { return *cell == first; };
  if (std::all_of(cells.begin(), cells.end(), equals_first)) return {{"all", pack(first)}};
  if (const Cells rows = rows_of_all(cells); make_a_table(rows)) {
    Json sizes = Json::array();
    for (const Json* list : cells) sizes.push_back(list->size());
    return {{"sizes", std::move(sizes)}, {"rows", table_of(rows)}};
  }
  if (std::all_of(cells.begin(), cells.end(), [](const Json* cell) { return is_worth_naming(*cell); })) {
    if (Json few = few_values_of(cells); !few.is_null()) return few;
  }
  return each_of(cells);
}

Json table_of(const Cells& rows) {
  Json columns = Json::object();
  const Json::object_t& names = members_of(*rows.front());
  for (std::size_t column = 0; column < names.size(); ++column) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    Cells cells;
    for (const Json* row : rows) cells.push_back(&(members_of(*row).begin() + at)->second);
    columns[(names.begin() + at)->first] = column_of(cells);
  }
  return {{"$rows", rows.size()}, {"$columns", std::move(columns)}};
}

}  // namespace

Json pack(const Json& value) {
  if (value.is_object()) {
    Json packed = Json::object();
    for (const auto& [name, member] : value.items()) packed[name] = pack(member);
    return packed;
  }
  if (!value.is_array()) return value;
  Cells items;
  for (const Json& item : value) items.push_back(&item);
  if (make_a_table(items)) return table_of(items);
  Json packed = Json::array();
  for (const Json& item : value) packed.push_back(pack(item));
  return packed;
}

}  // namespace netioconf::reports
