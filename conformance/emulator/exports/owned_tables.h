#pragma once

#include <mutex>
#include <unordered_set>

namespace netioconf::conformance::emulator::exports {

// The tables that were handed out and not freed. May be used from several threads.
class OwnedTables {
 public:
  void add(void* memory);
  // Whether it was one of them; it is none afterwards.
  [[nodiscard]] bool take(void* memory);
  // The lock, to hold during fork().
  [[nodiscard]] std::unique_lock<std::mutex> hold() const { return std::unique_lock{mutex_}; }

 private:
  mutable std::mutex mutex_;
  std::unordered_set<void*> tables_;
};

// Reports that FreeMibTable got memory that is no table of the library.
void report_foreign_table(const void* memory);

}  // namespace netioconf::conformance::emulator::exports
