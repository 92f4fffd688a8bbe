#include "conformance/emulator/exports/owned_tables.h"

#include <array>
#include <cstdio>

#include "conformance/emulator/misuse.h"

namespace netioconf::conformance::emulator::exports {

void OwnedTables::add(void* memory) {
  const std::lock_guard lock(mutex_);
  tables_.insert(memory);
}

bool OwnedTables::take(void* memory) {
  const std::lock_guard lock(mutex_);
  return tables_.erase(memory) != 0;
}

void report_foreign_table(const void* memory) {
  std::array<char, 120> line{};
  std::snprintf(line.data(), line.size(),
                "FreeMibTable(%p): this library handed out no such table, or it was freed before",
                memory);
  report_misuse(line.data());
}

}  // namespace netioconf::conformance::emulator::exports
