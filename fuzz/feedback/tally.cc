#include "fuzz/feedback/tally.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "oracle/rules/catalogue.h"

namespace netioconf::fuzz::feedback {

// One process writes while another reads, so every number is atomic.
struct SharedTally::Layout {
  std::atomic<std::uint64_t> executions;
  std::atomic<std::uint64_t> judged;
  std::array<std::atomic<std::uint8_t>, ProgressTally::rule_count_max * oracle::status_count> outcomes;
};

namespace {

std::size_t outcome_of(const oracle::Rule& rule, oracle::Status observed) {
  const auto position = static_cast<std::size_t>(&rule - oracle::rules::rules().data());
  return position % ProgressTally::rule_count_max * oracle::status_count +
         static_cast<std::size_t>(observed);
}

// The promises of a successful call apply whenever the call succeeds.
const std::vector<std::size_t>& promises_of(oracle::Call call) {
  static const auto promises = [] {
    std::array<std::vector<std::size_t>, oracle::call_count> by_call;
    for (const oracle::Rule& rule : oracle::rules::rules()) {
      if (rule.kind == oracle::Kind::refusal) continue;
      by_call[static_cast<std::size_t>(rule.call)].push_back(outcome_of(rule, oracle::Status::success));
    }
    return by_call;
  }();
  return promises[static_cast<std::size_t>(call)];
}

bool has_verdict(const oracle::Finding& finding) {
  return finding.verdict == oracle::Verdict::conforms || finding.verdict == oracle::Verdict::deviates;
}

}  // namespace

std::size_t ProgressTally::rules() const {
  std::size_t met = 0;
  for (std::size_t rule = 0; rule < rule_count_max; ++rule) {
    bool any = false;
    for (std::size_t status = 0; status < oracle::status_count; ++status) {
      any = any || outcomes[rule * oracle::status_count + status];
    }
    if (any) ++met;
  }
  return met;
}

void ProgressTally::add(const ProgressTally& other) {
  executions += other.executions;
  judged += other.judged;
  outcomes |= other.outcomes;
}

std::expected<SharedTally, std::string> SharedTally::open(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  void* memory = MAP_FAILED;
  // Allocates the space now: writing to a page without space would kill the process.
  int error = file < 0 ? errno : posix_fallocate(file, 0, sizeof(Layout));
  if (error == 0) {
    memory = mmap(nullptr, sizeof(Layout), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    error = errno;
  }
  if (file >= 0) close(file);
  if (memory == MAP_FAILED) {
    return std::unexpected(fmt::format("{}: can't be written: {}", path.string(), std::strerror(error)));
  }
  return SharedTally{static_cast<Layout*>(memory)};
}

SharedTally::SharedTally(SharedTally&& other) noexcept
    : layout_{std::exchange(other.layout_, nullptr)} {}

SharedTally::~SharedTally() {
  if (layout_ != nullptr) munmap(layout_, sizeof(Layout));
}

void SharedTally::count(const JudgedInput& judged) {
  ++layout_->executions;
  const auto& findings = judged.judgement.findings;
  if (std::ranges::any_of(findings, has_verdict)) ++layout_->judged;
  for (const oracle::Finding& finding : findings) {
    for (const std::string_view id : finding.because) {
      const oracle::Rule* rule = oracle::rules::find_rule(id);
      if (rule != nullptr) layout_->outcomes[outcome_of(*rule, finding.observed)] = 1;
    }
    if (finding.observed != oracle::Status::success) continue;
    for (const std::size_t promise : promises_of(finding.call)) layout_->outcomes[promise] = 1;
  }
}

ProgressTally SharedTally::read() const {
  ProgressTally tally;
  tally.executions = layout_->executions;
  tally.judged = layout_->judged;
  for (std::size_t i = 0; i < tally.outcomes.size(); ++i) tally.outcomes[i] = layout_->outcomes[i] != 0;
  return tally;
}

}  // namespace netioconf::fuzz::feedback
