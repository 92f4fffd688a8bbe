#pragma once

#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::reports {

// The links of a host in the order in which a trace first names them, and behind them the others. Two
// traces of one script name the same links in the same order, whatever the links are called.
[[nodiscard]] std::vector<oracle::Link> links_by_mention(const oracle::Trace& trace);

// The script's own operations, with links called by their number in links_by_mention.
[[nodiscard]] std::vector<oracle::Operation> operations_of(const oracle::Trace& trace);

// A step as somebody did it. The parts must outlive it.
struct Done {
  const oracle::Step* step = nullptr;
  const oracle::Host* host = nullptr;
  const std::vector<oracle::Link>* links = nullptr;  // links_by_mention
};

// Whether two replies to the same call say the same: statuses by their meaning, links by what a script
// takes them for, tables as sets, lifetimes within seconds. What the caller's row holds after a failure,
// and Age, make no difference: the rules about them are judged.
[[nodiscard]] bool alike(const Done& one, const Done& other);

// Whether the call came back and succeeded, or is one that cannot fail.
[[nodiscard]] bool succeeded(const oracle::Step& step);

// The status by its meaning where the call returned one, otherwise how it ended.
[[nodiscard]] std::string_view outcome_of(const oracle::Step& step);

}  // namespace netioconf::reports
