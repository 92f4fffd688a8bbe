#pragma once

#include <chrono>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "corpora/text/loader.h"
#include "reports/diff/comparison.h"

namespace netioconf::conformance::compare {

// By the names of their scripts.
using RecordedTraces = std::map<std::string, corpora::text::LoadedTrace>;

// One of the implementations that are compared: a live one, or the recorded traces of one.
class ComparedImplementation {
 public:
  // `name` is a name that --implementation takes, or a folder or a file of recorded traces, which must
  // fit into memory. The error is one line: what, where and the remedy.
  [[nodiscard]] static std::expected<ComparedImplementation, std::string> make(
      const std::string& name, const implementations::ImplementationOptions& options);

  // Another one that gives the same answers at the same time; nullopt: there can be only one.
  [[nodiscard]] std::expected<std::optional<ComparedImplementation>, std::string> another(
      const implementations::ImplementationOptions& options) const;

  [[nodiscard]] const std::string& name() const { return name_; }
  // The name given on the command line or, for a recording, the name that its traces contain. The list
  // of known deviations belongs to this name.
  [[nodiscard]] std::string implementation_name() const;
  // The version that this list is about; empty: unknown.
  [[nodiscard]] std::string version() const;
  // nullptr: it is a recording.
  [[nodiscard]] execution::Implementation* live() const { return live_.get(); }
  // Empty for a live implementation.
  [[nodiscard]] const RecordedTraces& recorded() const { return *recorded_; }
  // The files of the recording that are damaged or were not completed.
  [[nodiscard]] const std::vector<corpora::text::CutFile>& cut_files() const { return cut_files_; }

  // nullopt: the recording has no trace of this script.
  [[nodiscard]] std::optional<oracle::Trace> observe(const oracle::Script& script) const;

 private:
  std::string name_;
  std::unique_ptr<execution::Implementation> live_;
  std::shared_ptr<const RecordedTraces> recorded_ = std::make_shared<RecordedTraces>();
  std::vector<corpora::text::CutFile> cut_files_;
};

// The implementations of so many threads: those that are compared for the first one, copies for the
// others. If there can be no copies of one of them, for the first thread only.
[[nodiscard]] std::expected<std::vector<std::vector<ComparedImplementation>>, std::string>
make_for_threads(std::size_t threads, const std::vector<std::string>& names,
                 const implementations::ImplementationOptions& options);

// The scripts of the recorded traces. The path is empty for one that is not a committed script.
[[nodiscard]] std::vector<corpora::text::LoadedScript> recorded_scripts(
    const std::vector<ComparedImplementation>& implementations);

// The traces of a script from every implementation. The caller judges them.
[[nodiscard]] reports::diff::Compared observe_all(
    const std::vector<ComparedImplementation>& implementations, const oracle::Script& script);

}  // namespace netioconf::conformance::compare
