#pragma once

#include <chrono>
#include <expected>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "corpora/text/loader.h"
#include "reports/diff/comparison.h"

namespace netioconf::conformance {

// What is compared: an implementation that can be asked, or what one answered when it was recorded.
class Subject {
 public:
  // `name` is as --implementation takes it, or a folder or a file of recorded traces. The error is one
  // line: what, where, how to mend it.
  [[nodiscard]] static std::expected<Subject, std::string> make(const std::string& name,
                                                                std::chrono::milliseconds time_limit);

  [[nodiscard]] const std::string& name() const { return name_; }
  // Whose list of known deviations is its: it, or what was recorded.
  [[nodiscard]] std::string implementation() const;
  // nullptr: it was recorded.
  [[nodiscard]] Implementation* live() const { return live_.get(); }
  // By the names of their scripts; empty for one that can be asked.
  [[nodiscard]] const std::map<std::string, corpora::LoadedTrace>& recorded() const { return recorded_; }

  // nullopt: nothing was recorded of this script.
  [[nodiscard]] std::optional<oracle::Trace> observe(const oracle::Script& script) const;

 private:
  std::string name_;
  std::unique_ptr<Implementation> live_;
  std::map<std::string, corpora::LoadedTrace> recorded_;
};

[[nodiscard]] std::expected<std::vector<Subject>, std::string> make_subjects(
    const std::vector<std::string>& names, std::chrono::milliseconds time_limit);

// The scripts that recorded traces are of, for when nobody can be asked anything else.
[[nodiscard]] std::vector<corpora::LoadedScript> recorded_scripts(const std::vector<Subject>& subjects);

// What becomes of a script; judgements are left to the caller.
[[nodiscard]] reports::Compared observe_all(const std::vector<Subject>& subjects,
                                            const oracle::Script& script);

}  // namespace netioconf::conformance
