#pragma once

#include <span>
#include <string_view>

#include "oracle/model/rule.h"
#include "oracle/readings/open_readings.h"

namespace netioconf::oracle::rules {

// Every rule, sorted by id.
[[nodiscard]] std::span<const Rule> rules();

// nullptr if there is no such rule.
[[nodiscard]] const Rule* find_rule(std::string_view id);

// The rule that a call makes a promise; nullptr if it makes none.
[[nodiscard]] const Rule* find_rule(Call call, Promise promise);
// The same for a promise that the call makes.
[[nodiscard]] const Rule& rule_of(Call call, Promise promise);

// Whether the rule holds for every call, so that the page of each call promises it. Its citation is that
// of the first one.
[[nodiscard]] bool is_promised_by_every_page(const Rule& rule);

// The statuses that a refusal promises under any answer; empty for the other rules.
[[nodiscard]] StatusSet promised_statuses(const Rule& rule);

// The statuses with which the rules of a call refuse it under answers that are open, except those that
// stand for any other status.
[[nodiscard]] StatusSet statuses_of_rules(Call call, const readings::OpenReadings& open);

// A sentence of the pages that promises nothing that a test can observe, and the reason.
struct Unpromised {
  Citation source;
  std::string_view says;
  std::string_view why;
};
[[nodiscard]] std::span<const Unpromised> unpromised();

}  // namespace netioconf::oracle::rules
