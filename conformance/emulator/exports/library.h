#pragma once

#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "conformance/emulator/emulator.h"
#include "conformance/emulator/exports/environment.h"
#include "conformance/emulator/exports/form.h"
#include "conformance/emulator/exports/injected.h"
#include "conformance/emulator/exports/owned_tables.h"

namespace netioconf::conformance::emulator::exports {

// What a library keeps for the whole process: one emulator, and what a test asked for. If a variable of
// the environment has an unknown value, its default applies, and nothing can be reset or started.
class Library {
 public:
  Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  // An emulator with threads stays until the process ends, because a callback may run.
  ~Library();

  [[nodiscard]] Emulator& emulator() { return *emulator_; }
  [[nodiscard]] int reset(const netioconf_host& host);
  // A machine of this personality; an empty name: of the environment, otherwise windows.
  [[nodiscard]] bool start(std::string_view personality);
  [[nodiscard]] bool set_delivery(Delivery delivery);

  // The status that a test wants for the next call, which names a link by these identifiers.
  [[nodiscard]] std::optional<NETIO_STATUS> injected(Call call, std::uint64_t luid, std::uint32_t index);
  [[nodiscard]] bool has_link(std::uint64_t luid);
  [[nodiscard]] InjectedStatuses& injections() { return injections_; }
  [[nodiscard]] OwnedTables& tables() { return tables_; }
  // Every lock that a call takes, to hold during fork().
  [[nodiscard]] std::vector<std::unique_lock<std::mutex>> hold();

 private:
  struct Settings {
    Behaviour behaviour;
    Delivery delivery;
    Seed seed;
    bool is_known = false;  // false: a variable has an unknown value, and its default stands here.
  };

  [[nodiscard]] static Settings settings(const LibraryForm& form);
  [[nodiscard]] std::vector<netioconf_link> links();
  [[nodiscard]] std::uint64_t luid_of(std::uint64_t luid, std::uint32_t index);
  void become(const netioconf_host& host, const Settings& settings);

  bool is_configured_ = false;
  Behaviour behaviour_;
  Emulator* emulator_ = nullptr;  // Owned, unless it has threads when the library ends.
  // Its delivery. At the end of a program for Windows a thread may have ended with the emulator's lock.
  Delivery delivery_ = Delivery::callers_thread;
  InjectedStatuses injections_;
  OwnedTables tables_;
};

[[nodiscard]] Library& library();

}  // namespace netioconf::conformance::emulator::exports
