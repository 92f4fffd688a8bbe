#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "conformance/export/body.h"
#include "conformance/export/ip_words.h"
#include "conformance/export/machinery.h"
#include "conformance/export/programs.h"
#include "conformance/export/values.h"
#include "oracle/rules/catalogue.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::exporting {
namespace {

// Collects the statements. Stops at the first operation that iproute2 cannot do.
class IpWriting {
 public:
  explicit IpWriting(const Reproduction& reproduction)
      : reproduction_{reproduction}, host_{reproduction.script.host} {}

  std::expected<std::string, std::string> text();

 private:
  void line(const std::string& words) { text_ += words + "\n"; }
  std::optional<std::string> allow(const ReproducedStep& step);
  std::string ways_value(Ways ways) const;

  const Reproduction& reproduction_;
  const oracle::Host& host_;
  std::string text_;
};

std::string IpWriting::ways_value(Ways ways) const {
  if (reproduction_.ways == 1) return "-1";
  std::string value;
  for (std::size_t way = 0; way < reproduction_.ways; ++way) {
    if ((ways >> way & 1) != 0) value += fmt::format("{}1<<{}", value.empty() ? "" : "|", way);
  }
  return fmt::format("$(({}))", value);
}

std::optional<std::string> IpWriting::allow(const ReproducedStep& step) {
  for (const Alternative& each : step.alternatives) {
    std::string statuses = statuses_value(each.statuses);
    std::ranges::replace(statuses, '|', ' ');
    line(fmt::format("allow {} {}", ways_value(each.ways), statuses));
    for (const std::size_t number : each.content.routes) {
      const ExpectedRoute& expected = reproduction_.routes[number];
      const IpWords words = ip_words_of_expected(expected, host_);
      if (!words) return words.error();
      line("with_route " + *words);
    }
  }
  return std::nullopt;
}

std::expected<std::string, std::string> IpWriting::text() {
  const IpWords links = ip_words_of(host_);
  if (!links) return std::unexpected(links.error());
  line(*links);
  for (const ReproducedStep& step : reproduction_.steps) {
    const IpWords call = ip_words_of(step.operation, host_);
    if (!call) return std::unexpected(call.error());
    for (const std::string_view id : step.because) {
      const oracle::Rule& rule = *oracle::rules::find_rule(id);
      line(fmt::format("# {}: {} ({}, {})", rule.id, rule.says, rule.source.page, rule.source.section));
    }
    line(fmt::format("step \"{}\"", oracle::words::describe(step.operation)));
    if (const auto problem = allow(step)) return std::unexpected(*problem);
    line(*call);
    line("");
  }
  line("echo conforms");
  return std::move(text_);
}

}  // namespace

std::expected<std::string, std::string> ip_program(const Reproduction& reproduction) {
  auto script = IpWriting{reproduction}.text();
  if (!script) return std::unexpected(script.error());
  std::string head = "#!/usr/bin/env bash\n";
  for (const std::string& each : introduction(reproduction)) {
    head += each.empty() ? "#\n" : fmt::format("# {}\n", each);
  }
  head +=
      "#\n# Runs the script on the Linux kernel with iproute2, in a new network namespace.\n"
      "# Run as root, or where user namespaces are permitted: bash FILE\n"
      "# Exit status: 0 conforms, 1 deviates, 2 undecided or could not run. The script is at the end.\n"
      "set -u\n\n";
  return head + std::string{ip_machinery()} + "\n# ---- The script ----\n" + *script;
}

}  // namespace netioconf::conformance::exporting
