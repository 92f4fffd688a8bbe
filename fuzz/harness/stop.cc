#include "fuzz/harness/stop.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "corpora/text/fingerprint.h"
#include "fuzz/harness/repeat.h"
#include "oracle/model/calls.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"
#include "reports/document/of_report.h"
#include "reports/writers/formats.h"

namespace netioconf::fuzz::harness {
namespace {

using StopFunction = void (*)();

// Written after each call, with a different value in each function, so that no function is inlined, left
// by a tail call, or merged with another.
volatile std::size_t passed = 0;

template <std::size_t Place>
struct Deviation {
  [[gnu::noinline]] static void seen(StopFunction end) {
    end();
    passed = 2 * Place;
  }
  [[gnu::noinline]] static void judged(StopFunction end) {
    seen(end);
    passed = 2 * Place + 1;
  }
};

struct StopFunctions {
  void (*outer)(StopFunction);
  void (*inner)(StopFunction);
};

template <std::size_t... Places>
constexpr std::array<StopFunctions, sizeof...(Places)> functions_of(std::index_sequence<Places...>) {
  return {{{&Deviation<Places>::judged, &Deviation<Places>::seen}...}};
}

constexpr auto functions = functions_of(std::make_index_sequence<stop_count_max>{});

std::string without_digits(std::string_view id) {
  static constexpr std::array<std::string_view, 10> digits{"zero", "one", "two",   "three", "four",
                                                           "five", "six", "seven", "eight", "nine"};
  std::string words;
  for (const char letter : id) {
    const bool is_digit = letter >= '0' && letter <= '9';
    words += is_digit ? std::string{digits[static_cast<std::size_t>(letter - '0')]}
                      : std::string(1, letter == '-' ? ' ' : letter);
  }
  return words;
}

// In letters.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = corpora::text::Fingerprint{text}.value();
  std::string letters;
  for (int i = 0; i < 8; ++i, hash >>= 4U) letters += static_cast<char>('a' + (hash & 15U));
  return letters;
}

// The label that reports use for a group.
[[noreturn]] void stop(std::string_view id, const std::string& first, const std::string& text) {
  std::fflush(stdout);
  fmt::print(stderr, "{}\n{}\n  {:<9} {}\n", first, text, "repeat", repeat_command());
  call_within(stop_index_of(id), &std::abort);
  std::abort();
}

}  // namespace

void call_within(std::size_t place, void (*end)()) { functions[place % stop_count_max].outer(end); }

Frames frames_of(std::size_t place) {
  const StopFunctions& both = functions[place % stop_count_max];
  return {.outer = reinterpret_cast<const void*>(both.outer),
          .inner = reinterpret_cast<const void*>(both.inner)};
}

std::size_t stop_index_of(std::string_view id) {
  const auto rules = oracle::rules::rules();
  const auto is_it = [id](const auto& each) { return each.id == id; };
  const auto rule = std::ranges::find_if(rules, is_it);
  if (rule != rules.end()) return static_cast<std::size_t>(rule - rules.begin());
  const auto questions = oracle::readings::readings();
  const auto question = std::ranges::find_if(questions, is_it);
  return rules.size() + static_cast<std::size_t>(question - questions.begin());
}

std::string first_line(const reports::GroupKey& group) {
  const std::string key =
      fmt::format("{} {} {} {}", group.rule, group.reading, reports::function_of(group), group.observed);
  return fmt::format("ASSERTION FAILED: {} FuzzerHash={}", without_digits(id_of(group)), hash_of(key));
}

void stop_at_deviation(const feedback::JudgedInput& judged) {
  const oracle::Finding* deviation = oracle::first_deviation(judged.judgement);
  if (deviation == nullptr) return;
  const reports::GroupKey group = reports::group_key(judged.trace, *deviation);
  stop(id_of(group), first_line(group),
       reports::writers::text(
           reports::document::document_of(feedback::report_of(judged, repeat_command())),
           {.verbosity = reports::writers::Verbosity::verbose}));
}

void stop_because(std::string_view what) {
  const std::string words = without_digits(what);
  stop(what, fmt::format("ASSERTION FAILED: {} FuzzerHash={}", words, hash_of(words)),
       std::string{what});
}

}  // namespace netioconf::fuzz::harness
