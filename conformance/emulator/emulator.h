#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/behaviour/behaviour.h"
#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/emulator/notifier.h"
#include "conformance/emulator/stack.h"

namespace netioconf::conformance::emulator {

// Seconds since an arbitrary fixed moment.
using SecondsClock = std::function<std::uint64_t()>;

// Seconds of the machine's monotonic clock.
[[nodiscard]] std::uint64_t seconds_of_this_machine();

// A network stack in memory that answers the documented route and anycast calls of netioapi. Each
// method implements one C function, and returns the code that the behaviour assigns to the status.
//
// Pointers may be NULL or misaligned and rows may contain any bits. Methods may be called from several
// threads at once. Notification callbacks may call the emulator again. The behaviour makes the choices
// that the pages leave open.
class Emulator {
 public:
  explicit Emulator(const netioconf_host& host, const Behaviour& behaviour = common(),
                    SecondsClock clock = seconds_of_this_machine);
  Emulator(const Emulator&) = delete;
  Emulator& operator=(const Emulator&) = delete;

  void initialize_route(MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] std::uint32_t create_route(const MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] std::uint32_t set_route(const MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] std::uint32_t get_route(MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] std::uint32_t delete_route(const MIB_IPFORWARD_ROW2* row);
  // A table is a snapshot until free_table(). *table is NULL after a failure.
  [[nodiscard]] std::uint32_t route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table);
  [[nodiscard]] std::uint32_t best_route(const NET_LUID* luid, NET_IFINDEX index,
                                         const SOCKADDR_INET* source, const SOCKADDR_INET* destination,
                                         ULONG sort_options, MIB_IPFORWARD_ROW2* best_route,
                                         SOCKADDR_INET* best_source);

  [[nodiscard]] std::uint32_t notify_route_change(ADDRESS_FAMILY family,
                                                  PIPFORWARD_CHANGE_CALLBACK callback, PVOID context,
                                                  BOOLEAN initial_notification, HANDLE* handle);
  // After the return no callback of this registration runs, unless this callback made the call. On a
  // thread of the emulator such a call is a misuse and changes nothing.
  [[nodiscard]] std::uint32_t cancel_notification(HANDLE handle);
  // At first callbacks run on the caller's thread. False within a callback, which cannot change it. A
  // program must not hold a lock here that a callback waits for.
  [[nodiscard]] bool deliver_on(Delivery delivery) { return notifier_.deliver_on(delivery); }
  // Waits until every change so far has been notified. Returns at once within a callback.
  void wait_for_callbacks() { notifier_.wait_for_all(); }
  // No further callback begins. Does not wait for those that run.
  void forget_registrations() { notifier_.forget(); }
  [[nodiscard]] bool within_callback() const { return notifier_.within_callback(); }
  [[nodiscard]] bool knows_notification(HANDLE handle) const { return notifier_.knows(handle); }

  [[nodiscard]] std::uint32_t create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row);
  [[nodiscard]] std::uint32_t get_anycast(MIB_ANYCASTIPADDRESS_ROW* row);
  [[nodiscard]] std::uint32_t delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row);
  [[nodiscard]] std::uint32_t anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table);

  [[nodiscard]] std::uint32_t get_link(MIB_IPINTERFACE_ROW* row);
  // Accepts NULL. A table may outlive the emulator that returned it.
  void free_table(void* memory);

  // Empties the tables, removes registrations, starts the clock, sets up the host and returns 0. A host
  // of the wrong size or with too many links or addresses changes nothing and returns 1. Only host.size
  // bytes are read.
  [[nodiscard]] int reset(const netioconf_host& host);
  // Writes the current host and returns 0. Returns 1 for NULL and for a host with less room than the
  // first version of netioconf_host needs.
  [[nodiscard]] int describe(netioconf_host* host);
  // Changes the links or addresses of the host; the change returns false if it is not possible. Returns
  // 0 if it was made. What it does to the routes is notified.
  int change_host(const std::function<bool(netioconf_host&)>& change);
  // From now on, also after a reset, the tables contain the routes that Windows makes for the addresses
  // of the host, as windows_routes() lists them.
  void seed_like_windows();
  // The locks, to hold during fork(). In the child, forked() comes before their release. The child has a
  // copy of the tables and registrations, and threads of its own.
  [[nodiscard]] std::array<std::unique_lock<std::mutex>, 2> hold();
  void forked() { notifier_.forked(); }
  // Moves the clock and removes the routes that end by then. From the first call after a reset on, only
  // these calls move the clock. Returns 0.
  int advance(std::uint32_t seconds);

 private:
  template <class Row>
  [[nodiscard]] std::uint32_t apply(Call call, Status (Stack::*change)(Row&), const Row* argument);
  template <class Look, class Row>
  [[nodiscard]] std::uint32_t look_up(Call call, Look look, Row* argument);
  template <class Table, class Row>
  [[nodiscard]] std::uint32_t hand_out(Call call,
                                       Status (Stack::*read)(std::uint16_t, std::vector<Row>&) const,
                                       ADDRESS_FAMILY family, Table** table);
  // Locks the tables and removes expired entries.
  [[nodiscard]] std::unique_lock<std::mutex> enter();
  // One element for each initial notification: its row, or nothing for NULL.
  [[nodiscard]] std::vector<std::optional<MIB_IPFORWARD_ROW2>> initial_rows(
      const InitialNotification& initial, std::uint16_t family);
  // What the clock shows.
  [[nodiscard]] std::uint64_t now_s() const;
  [[nodiscard]] std::uint32_t refused_null(Call call) const;

  Behaviour behaviour_;
  SecondsClock clock_;
  std::mutex mutex_;  // Guards stopped_s_ and stack_. Never held while a callback runs.
  std::optional<std::uint64_t> stopped_s_;  // Empty: the clock of the constructor decides.
  Notifier notifier_;
  Stack stack_;
};

}  // namespace netioconf::conformance::emulator
