#pragma once

#include <optional>
#include <vector>

#include "conformance/execution/observe.h"
#include "conformance/implementations/api/transport.h"

namespace netioconf::conformance::execution {

// Finds out what netioconf_reset leaves behind and which host it sets up. It asks for the host only
// after a script whose host is not that of the script before, and looks for entries only after the first
// script of each host that leaves some there, and after one that leaves more entries than any before it,
// so that it takes no time in a long run. The first script that leaves a
// registration and collects callbacks is observed twice, because its second run shows callbacks of the
// first one's registration.
class ResetCheck {
 public:
  // What is known about a reset to this host.
  [[nodiscard]] const AfterReset& after_reset_to(const oracle::Host& wanted);

  // Looks after a script on the host that was asked about last. True if it learned something, so that
  // the script must be observed again.
  [[nodiscard]] bool learn(implementations::Transport& transport, const oracle::Host& wanted,
                           const oracle::Trace& trace);

 private:
  struct KnownHost {
    oracle::Host wanted;
    AfterReset after;
    bool routes_looked_at = false;
    bool anycasts_looked_at = false;
  };

  [[nodiscard]] bool learn_of_host(implementations::Transport& transport, const oracle::Host& wanted,
                                   const oracle::Trace& trace);
  [[nodiscard]] bool is_done_with(const KnownHost& host, const oracle::Trace& trace) const;
  [[nodiscard]] bool learn_host(implementations::Transport& transport, const oracle::Trace& trace,
                                KnownHost& host);
  void learn_tables(implementations::Transport& transport, const oracle::Trace& trace, KnownHost& host);

  std::vector<KnownHost> hosts_;
  std::size_t last_ = 0;  // the host that was asked about last; as many as there are: it is new
  AfterReset of_a_new_host_;
  oracle::Host host_before_;   // that was there in the script before
  bool host_changes_ = false;  // the host that was asked about last is not that of the script before
  std::size_t changes_ = 0;
  std::size_t most_entries_ = 0;
  bool registrations_looked_at_ = false;
};

}  // namespace netioconf::conformance::execution
