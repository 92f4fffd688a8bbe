#include "conformance/search/unfinished.h"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <chrono>
#include <ctime>

#include "conformance/implementations/child/interruption.h"
#include "reports/stored/json.h"
#include "reports/stored/read.h"
#include "reports/writers/write.h"

namespace netioconf::conformance::search {
namespace {

// "began on 2026-11-30 at 12:07:11.125 UTC, as process 4711 on builder-3": different for any two runs.
std::string begin_text() {
  using std::chrono::system_clock;
  const auto now = system_clock::now();
  const std::time_t seconds = system_clock::to_time_t(now);
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  utsname machine{};
  const char* name = uname(&machine) == 0 ? machine.nodename : "unknown";
  return fmt::format("began on {:04}-{:02}-{:02} at {:02}:{:02}:{:02}.{:03} UTC, as process {} on {}",
                     parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
                     parts.tm_sec, ms % 1000, getpid(), name);
}

}  // namespace

std::expected<void, std::string> note_begin(const reports::Report& before,
                                            const std::optional<std::filesystem::path>& out) {
  if (!out) return {};
  reports::Report begun = before;
  begun.set_unfinished(begin_text());
  reports::settle(begun);
  return reports::writers::write_folder(
      *out, {{std::string{reports::stored::unfinished_name}, reports::stored::json_text(begun)}});
}

void note_interruption(reports::Report& report) {
  if (implementations::child::interruption() == 0) return;
  report.set_unfinished(implementations::child::interruption_text());
  // What the run did not reach is no deviation that is gone.
  if (report.has_known()) report.mutable_known()->clear_stale();
  reports::settle(report);
}

}  // namespace netioconf::conformance::search
