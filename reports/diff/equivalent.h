#pragma once

#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::reports::diff {

// The links of a host in the order in which a trace first names them, followed by the links that it does
// not name. Two traces of one script name the same links in the same order, whatever the links are
// called.
[[nodiscard]] std::vector<oracle::Link> links_by_mention(const oracle::Trace& trace);

// The script's own operations, with each link replaced by its number in links_by_mention.
[[nodiscard]] std::vector<oracle::Operation> operations_of(const oracle::Trace& trace);

// A step as one implementation performed it. The objects that it refers to must outlive it.
struct Done {
  const oracle::Step* step = nullptr;
  const oracle::Host* host = nullptr;
  const std::vector<oracle::Link>* links = nullptr;  // links_by_mention
};

// Whether two replies to the same call are equivalent. Statuses are compared by meaning, links by their
// role in the script, tables as sets, lifetimes with a tolerance of seconds. The caller's row after a
// failure and Age are not compared: rules about them are judged.
[[nodiscard]] bool equivalent(const Done& one, const Done& other);

// Whether the call returned success, or returned and cannot fail.
[[nodiscard]] bool succeeded(const oracle::Step& step);

// The meaning of the status if the call returned one, otherwise how the call ended.
[[nodiscard]] std::string_view outcome_of(const oracle::Step& step);

}  // namespace netioconf::reports::diff
