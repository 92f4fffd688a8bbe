#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/properties/relations/relations.h"
#include "conformance/search/properties/tally.h"
#include "oracle/engine/judge.h"

namespace netioconf::conformance {

inline constexpr std::uint64_t default_seed = 20260823;

// A script that was carried out and judged.
struct Attempt {
  oracle::Script script;
  oracle::Trace trace;
  oracle::Judgement judgement;
};

// One property put to the test.
struct Trial {
  std::string property;  // name of a theme or of a relation
  std::uint64_t number = 0;
  const Relation* relation = nullptr;  // nullptr: the judge alone has the word
  oracle::Script script;               // that the relation was asked of
  std::deque<Attempt> attempts;        // at least one
  std::optional<Broken> broken;        // of the relation; what the judge says is in the attempts
};

[[nodiscard]] bool deviates(const Attempt& attempt);
// Whether the judge or the relation finds fault.
[[nodiscard]] bool fails(const Trial& trial);

struct SearchOptions {
  std::uint64_t seed = default_seed;
  // Told the name of each trial before it begins: "routes/17".
  std::function<void(const std::string& name)> on_begin = [](const std::string&) {};
};

// What a script cost, as a number of calls. A wait for callbacks takes as long as many calls do.
[[nodiscard]] std::uint64_t cost_of(const oracle::Trace& trace, Callbacks callbacks);

// Puts the properties to the test one after the other, with random scripts that depend on nothing but
// the seed and their number: every script is judged, and for some of them relations must hold, too.
class Search {
 public:
  // The judge may know answers already; both must outlive the search.
  Search(Implementation& implementation, oracle::Judge& judge, SearchOptions options);
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;
  ~Search();

  // Which property is next depends on the seed and the answers so far, not on how long they took.
  [[nodiscard]] Trial next();
  // A trial by its name, out of turn; nullopt for other names.
  [[nodiscard]] std::optional<Trial> repeat(const std::string& name);

  // The script of an earlier trial by the name under which it was judged; nullopt for other names.
  [[nodiscard]] std::optional<oracle::Script> script(const std::string& name);

  [[nodiscard]] const oracle::Judge& judge() const;
  [[nodiscard]] const Tally& tally() const;

 private:
  struct Course;
  std::unique_ptr<Course> course_;
};

struct SearchBudget {
  std::chrono::milliseconds time{10'000};
  std::uint64_t calls_max = UINT64_MAX;
};

struct SearchResult {
  Tally tally;
  double seconds = 0;
  bool stopped = false;  // by the one who was told of the trials
};

// Told of every trial that fails; false stops the search.
using OnFailure = std::function<bool(Search& search, const Trial& trial)>;

// Searches until the budget is used up or nobody wants to know more.
[[nodiscard]] SearchResult check_properties(Implementation& implementation, oracle::Judge& judge,
                                            const SearchBudget& budget, std::uint64_t seed,
                                            const OnFailure& on_failure);

}  // namespace netioconf::conformance
