#pragma once

#include <optional>
#include <vector>

#include "conformance/execution/observe.h"
#include "conformance/implementations/api/transport.h"

namespace netioconf::conformance::execution {

// Finds out what netioconf_reset leaves behind and which host it sets up. It asks only after the first
// script of each host, after the first that leaves entries there, and after one that leaves more entries
// than any before it, so that it takes no time in a long run.
class ResetCheck {
 public:
  // What is known about a reset to this host.
  [[nodiscard]] AfterReset after_reset_to(const oracle::Host& wanted);

  // Looks after a script whose trace this is. True if it learned something, so that the script must be
  // observed again.
  [[nodiscard]] bool learn(implementations::Transport& transport, const oracle::Trace& trace);

 private:
  struct KnownHost {
    oracle::Host wanted;
    std::optional<oracle::Host> described;  // nullopt: the wanted one, or it is not described
    bool routes_looked_at = false;
    bool anycasts_looked_at = false;
  };

  using Hosts = std::vector<KnownHost>;
  [[nodiscard]] Hosts::iterator find(const oracle::Host& wanted);
  [[nodiscard]] bool learn_host(implementations::Transport& transport, const oracle::Trace& trace);
  void learn_tables(implementations::Transport& transport, const oracle::Trace& trace, KnownHost& host);

  Hosts hosts_;  // the last one that was asked for comes first
  std::size_t most_entries_ = 0;
  bool leaves_entries_ = false;
};

}  // namespace netioconf::conformance::execution
