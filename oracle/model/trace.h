#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/operation.h"

namespace netioconf::oracle::inline model {

// The requested host and the operations to perform.
struct Script {
  std::string name;  // "route.lifetimes/preferred_above_valid"; empty if the script has no name
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
  garbled,      // an answer that cannot be decoded, for example half a frame
  unavailable,  // the implementation lacks this function or cannot take this input; nothing was called
};

// Whether an implementation can be called again after a call that ended so.
[[nodiscard]] constexpr bool goes_on(Ending ending) {
  return ending == Ending::returned || ending == Ending::unavailable;
}

struct Notification {
  std::uint32_t registration = 0;
  std::uint32_t type = 0;  // MIB_NOTIFICATION_TYPE
  std::optional<RouteRow> row;

  friend bool operator==(const Notification&, const Notification&) = default;
};

// A table as the call returned it. Only the rows of the call's own kind are used.
struct TableReply {
  bool null_pointer = false;     // the call left the table pointer NULL
  bool readable = true;          // false: the pointer or the count leads outside readable memory
  std::uint32_t row_count = 0;   // NumEntries
  std::vector<RouteRow> routes;  // row_count rows if the table is readable
  std::vector<AnycastRow> anycasts;

  friend bool operator==(const TableReply&, const TableReply&) = default;
};

// The answer of an implementation. Members that do not belong to the call stay empty.
struct Reply {
  Ending ending = Ending::returned;
  std::string detail;  // details of an ending other than `returned`: "SIGSEGV", "exit status 3"
  // The function that ended so, if it is not the call: "netioconf_reset", "FreeMibTable", "between
  // calls".
  std::string ended_in;
  // The component that decided this answer and its reason, if the implementation is an adapter to
  // another system and reports it: "kernel: EEXIST", "adapter: Linux has no site prefix". No verdict
  // depends on it.
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
  bool probe = false;  // not part of the script: reads the tables after the previous step

  friend bool operator==(const Step&, const Step&) = default;
};

// The record of running a script on an implementation, and the only input of a judge.
struct Trace {
  std::string script;               // Script::name
  Host host;                        // as the implementation reported it
  std::optional<Host> wanted_host;  // that netioconf_reset did not set up; nullopt: it set up `host`
  // Not empty: what is wrong with the description of the host. `wanted_host` is then set, and `host` is
  // the same.
  std::string bad_description;
  std::vector<RouteRow> initial_routes;  // the content of the tables before the first step
  std::vector<AnycastRow> initial_anycasts;
  // Probes before the first step of the script read a table and failed, or they returned what
  // netioconf_reset left.
  std::vector<Step> steps;
  std::string skipped;  // not empty: why no step of the script could run

  friend bool operator==(const Trace&, const Trace&) = default;
};

// The members that hold rows of one type.
template <class Row>
struct PlacesOf;

template <>
struct PlacesOf<RouteRow> {
  static constexpr auto in_reply = &Reply::route;
  static constexpr auto in_table = &TableReply::routes;
  static constexpr auto in_trace = &Trace::initial_routes;
};

template <>
struct PlacesOf<AnycastRow> {
  static constexpr auto in_reply = &Reply::anycast;
  static constexpr auto in_table = &TableReply::anycasts;
  static constexpr auto in_trace = &Trace::initial_anycasts;
};

template <>
struct PlacesOf<LinkRow> {
  static constexpr auto in_reply = &Reply::link;
};

}  // namespace netioconf::oracle::inline model
