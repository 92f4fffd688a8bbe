#pragma once

#include <nlohmann/json_fwd.hpp>

namespace netioconf::reports {

// The same value in less space and quicker to read, for the page, which undoes it
// (web/source/data/unpack.ts). A list of two objects or more with the same members, in the same order,
// becomes a table by columns:
//   {"$rows": N, "$columns": {NAME: COLUMN, …}}
// where a column is one of
//   {"all": VALUE}                    the same in every row
//   {"of": [VALUE, …], "at": [I, …]}  few values, each row has the number of one
//   {"fields": {NAME: COLUMN, …}}     objects with the same members
//   {"sizes": [N, …], "rows": TABLE}  lists of objects with the same members: a size a row, and all of
//                                     them behind each other
//   {"parts": [TEXT, …], "each": [[I, …], …]}  texts that share parts, with an empty line between these
//   {"head": TEXT, "tail": TEXT, "each": [TEXT, …]}  texts that begin and end alike
//   {"each": [VALUE, …]}              a value a row
[[nodiscard]] nlohmann::ordered_json pack(const nlohmann::ordered_json& value);

}  // namespace netioconf::reports
