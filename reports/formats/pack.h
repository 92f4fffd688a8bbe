#pragma once

#include <nlohmann/json_fwd.hpp>

namespace netioconf::reports::formats {

// The same value in a form that is smaller and faster to read, for the page, which unpacks it
// (web/source/data/unpack.ts). A list of at least two objects with the same members in the same order
// becomes a table by columns:
//   {"$rows": N, "$columns": {NAME: COLUMN, …}}
// where a column is one of
//   {"all": VALUE}                    the same value in every row
//   {"of": [VALUE, …], "at": [I, …]}  few values; each row has the index of one
//   {"fields": {NAME: COLUMN, …}}     objects with the same members
//   {"sizes": [N, …], "rows": TABLE}  lists of objects with the same members: a size per row, and all
//                                     objects in sequence
//   {"parts": [TEXT, …], "each": [[I, …], …]}  texts that share parts, separated by empty lines
//   {"head": TEXT, "tail": TEXT, "each": [TEXT, …]}  texts with a common prefix and suffix
//   {"each": [VALUE, …]}              a value per row
[[nodiscard]] nlohmann::ordered_json pack(const nlohmann::ordered_json& value);

}  // namespace netioconf::reports::formats
