#include "reports/formats/pack.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace netioconf::reports::formats {
namespace {

using Json = nlohmann::ordered_json;
using Cells = std::vector<const Json*>;

constexpr std::size_t worth_cutting_off = 4;

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

Json columns_of(const Cells& rows);

Json table_of(const Cells& rows) { return {{"$rows", rows.size()}, {"$columns", columns_of(rows)}}; }

Json each_of(const Cells& cells) {
  Json each = Json::array();
  for (const Json* cell : cells) each.push_back(pack(*cell));
  return {{"each", std::move(each)}};
}

bool continues_a_character(char unit) { return (static_cast<unsigned char>(unit) & 0xc0) == 0x80; }

// The number of bytes of the longest common prefix, in whole characters.
std::size_t size_of_head(const Cells& texts) {
  const auto& first = texts.front()->get_ref<const std::string&>();
  std::size_t size = first.size();
  for (const Json* cell : texts) {
    const auto& text = cell->get_ref<const std::string&>();
    const auto differs = std::mismatch(text.begin(), text.end(), first.begin(), first.end()).first;
    size = std::min(size, static_cast<std::size_t>(differs - text.begin()));
  }
  while (size > 0 && size < first.size() && continues_a_character(first[size])) --size;
  return size;
}

// The number of bytes of the longest common suffix after the prefix.
std::size_t size_of_tail(const Cells& texts, std::size_t head) {
  const auto& first = texts.front()->get_ref<const std::string&>();
  std::size_t size = first.size() - head;
  for (const Json* cell : texts) {
    const auto& text = cell->get_ref<const std::string&>();
    const auto differs = std::mismatch(text.rbegin(), text.rend(), first.rbegin(), first.rend()).first;
    const auto same = static_cast<std::size_t>(differs - text.rbegin());
    size = std::min({size, same, text.size() - head});
  }
  while (size > 0 && continues_a_character(first[first.size() - size])) --size;
  return size;
}

Json texts_of(const Cells& cells) {
  const std::size_t head = size_of_head(cells);
  const std::size_t tail = size_of_tail(cells, head);
  if (head + tail < worth_cutting_off) return each_of(cells);
  const auto& first = cells.front()->get_ref<const std::string&>();
  Json each = Json::array();
  for (const Json* cell : cells) {
    const auto& text = cell->get_ref<const std::string&>();
    each.push_back(text.substr(head, text.size() - head - tail));
  }
  return {{"head", first.substr(0, head)},
          {"tail", first.substr(first.size() - tail)},
          {"each", std::move(each)}};
}

constexpr std::string_view empty_line = "\n\n";

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(empty_line); end != text.npos; end = text.find(empty_line)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + empty_line.size());
  }
  parts.push_back(text);
  return parts;
}

// Most exports consist largely of the same parts. Null if sharing them saves less than half.
Json shared_parts_of(const Cells& texts) {
  std::unordered_map<std::string_view, std::size_t> numbers;
  Json parts = Json::array();
  Json each = Json::array();
  std::size_t size = 0;
  std::size_t size_of_parts = 0;
  for (const Json* cell : texts) {
    const auto& text = cell->get_ref<const std::string&>();
    Json its = Json::array();
    for (const std::string_view part : parts_of(text)) {
      const auto [place, is_new] = numbers.try_emplace(part, numbers.size());
      if (is_new) parts.push_back(part);
      if (is_new) size_of_parts += part.size();
      its.push_back(place->second);
    }
    size += text.size();
    each.push_back(std::move(its));
  }
  if (size_of_parts * 2 > size) return {};
  return {{"parts", std::move(parts)}, {"each", std::move(each)}};
}

// An index is as long as a number, so only strings and structured values are worth replacing.
bool is_worth_naming(const Json& value) { return value.is_string() || value.is_structured(); }

std::string written(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Empty if it saves nothing.
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

template <class Predicate>
bool all_of(const Cells& cells, Predicate predicate) {
  return std::all_of(cells.begin(), cells.end(), [&](const Json* cell) { return predicate(*cell); });
}

Json column_of(const Cells& cells) {
  const Json& first = *cells.front();
  if (all_of(cells, [&](const Json& cell) { return cell == first; })) return {{"all", pack(first)}};
  if (make_a_table(cells)) return {{"fields", columns_of(cells)}};
  if (const Cells rows = rows_of_all(cells); make_a_table(rows)) {
    Json sizes = Json::array();
    for (const Json* list : cells) sizes.push_back(list->size());
    return {{"sizes", std::move(sizes)}, {"rows", table_of(rows)}};
  }
  if (all_of(cells, is_worth_naming)) {
    if (Json few = few_values_of(cells); !few.is_null()) return few;
  }
  if (!all_of(cells, [](const Json& cell) { return cell.is_string(); })) return each_of(cells);
  const Json parts = shared_parts_of(cells);
  return parts.is_null() ? texts_of(cells) : parts;
}

Json columns_of(const Cells& rows) {
  const Json::object_t& names = members_of(*rows.front());
  Json columns = Json::object();
  for (std::size_t column = 0; column < names.size(); ++column) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    Cells cells;
    for (const Json* row : rows) cells.push_back(&(members_of(*row).begin() + at)->second);
    columns[(names.begin() + at)->first] = column_of(cells);
  }
  return columns;
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

}  // namespace netioconf::reports::formats
