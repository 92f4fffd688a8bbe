#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/operation.h"

namespace netioconf::oracle {

// A host to ask for and operations to perform.
struct Script {
  std::string name;  // "route.lifetimes/preferred_above_valid"; empty for one that nobody named
  Host host;
  std::vector<Operation> operations;

  friend bool operator==(const Script&, const Script&) = default;
};

// How a call ended.
enum class Ending : std::uint8_t {
  returned,
  crashed,
  hung,         // longer than the time limit
  exited,       // the implementation ended its process
  garbled,      // an answer that cannot be read, for instance half a frame
  unavailable,  // the implementation does not have this function, or cannot be asked this; nothing was
                // called
};

struct Notification {
  std::uint32_t registration = 0;
  std::uint32_t type = 0;  // MIB_NOTIFICATION_TYPE
  std::optional<RouteRow> row;

  friend bool operator==(const Notification&, const Notification&) = default;
};

// A table as it was handed out. Only the rows of the call's own kind are used.
struct TableReply {
  bool null_pointer = false;     // the call left the table pointer NULL
  bool readable = true;          // false: the pointer or the count leads outside of readable memory
  std::uint32_t row_count = 0;   // NumEntries
  std::vector<RouteRow> routes;  // row_count of them where the table is readable
  std::vector<AnycastRow> anycasts;

  friend bool operator==(const TableReply&, const TableReply&) = default;
};

// What an implementation answered. Members that the call doesn't have stay empty.
struct Reply {
  Ending ending = Ending::returned;
  std::string detail;  // what is known of an ending other than `returned`: "SIGSEGV", "exit status 3"
  // Who decided this answer and why, where an implementation stands before another system and says so:
  // "kernel: EEXIST", "adapter: Linux has no site prefix". No verdict depends on it.
  std::string decided_by;
  std::uint32_t status = 0;           // the raw number; 0 for functions that return nothing
  bool wrote_outside = false;         // bytes around the memory that the caller passed were changed
  std::optional<RouteRow> route;      // the caller's row, or BestRoute, after the call
  std::optional<AnycastRow> anycast;  // the caller's row after the call
  std::optional<LinkRow> link;        // the caller's row after the call
  std::optional<SocketAddress> best_source;
  std::optional<TableReply> table;
  std::vector<Notification> notifications;

  friend bool operator==(const Reply&, const Reply&) = default;
};

struct Step {
  Operation operation;
  Reply reply;
  bool probe = false;  // not of the script: a look at the tables, put in behind the step before

  friend bool operator==(const Step&, const Step&) = default;
};

// A script as it was carried out: what an implementation turns it into, and all that a judge may see.
struct Trace {
  std::string script;                    // Script::name
  Host host;                             // as the implementation gave it
  std::vector<RouteRow> initial_routes;  // what was in the tables before the first step
  std::vector<AnycastRow> initial_anycasts;
  std::vector<Step> steps;
  std::string skipped;  // not empty: why nothing of the script could be asked

  friend bool operator==(const Trace&, const Trace&) = default;
};

}  // namespace netioconf::oracle
