#include "conformance/compare/diff_subjects.h"

#include <filesystem>

#include "conformance/execution/implementation.h"
#include "conformance/repository/repository_paths.h"
#include "reports/diff/divergence.h"

namespace netioconf::conformance::compare {
namespace {

namespace fs = std::filesystem;

oracle::Trace unanswered(const oracle::Script& script) {
  oracle::Trace trace;
  trace.script = script.name;
  trace.host = script.host;
  for (const oracle::Operation& operation : script.operations)
    trace.steps.push_back({.operation = operation, .reply = {}, .probe = false});
  return trace;
}

}  // namespace

std::expected<Subject, std::string> Subject::make(const std::string& name,
                                                  std::chrono::milliseconds time_limit) {
  Subject subject;
  subject.name_ = name;
  std::error_code ignored;
  if (!fs::exists(name, ignored)) {
    auto live = execution::make_implementation(
        name, {.isolation = implementations::Isolation::foreign_code, .time_limit = time_limit});
    if (!live) return std::unexpected(live.error());
    subject.live_ = *std::move(live);
    return subject;
  }
  const std::vector<fs::path> paths{name};
  auto traces = corpora::text::load_traces(paths);
  if (!traces) return std::unexpected(traces.error().message);
  for (corpora::text::LoadedTrace& trace : *traces) {
    const std::string script = trace.recording.trace.script;
    const auto [place, is_new] = subject.recorded_.emplace(script, std::move(trace));
    if (!is_new) {
      return std::unexpected(place->second.path + " and " + trace.path +
                             ": both are traces of the script " + script +
                             " (name the folder of one recording)");
    }
  }
  return subject;
}

std::string Subject::implementation() const {
  return recorded_.empty() ? name_ : recorded_.begin()->second.recording.implementation;
}

std::optional<oracle::Trace> Subject::observe(const oracle::Script& script) const {
  if (live_ != nullptr) return live_->observe(script);
  const auto found = recorded_.find(script.name);
  if (found == recorded_.end()) return std::nullopt;
  const oracle::Trace& trace = found->second.recording.trace;
  if (!reports::diff::same_script(unanswered(script), trace)) return std::nullopt;
  return trace;
}

std::expected<std::vector<Subject>, std::string> make_subjects(const std::vector<std::string>& names,
                                                               std::chrono::milliseconds time_limit) {
  std::vector<Subject> subjects;
  for (const std::string& name : names) {
    auto subject = Subject::make(name, time_limit);
    if (!subject) return std::unexpected(subject.error());
    subjects.push_back(*std::move(subject));
  }
  return subjects;
}

std::vector<corpora::text::LoadedScript> recorded_scripts(const std::vector<Subject>& subjects) {
  std::map<std::string, corpora::text::LoadedScript> scripts;
  for (const Subject& subject : subjects) {
    for (const auto& [name, trace] : subject.recorded()) {
      if (scripts.contains(name)) continue;
      const fs::path committed = repository::committed_scripts() / (name + ".textproto");
      std::error_code ignored;
      scripts[name] = {.script = reports::script_of(trace.recording.trace),
                       .path = fs::exists(committed, ignored) ? committed.string() : "",
                       .comment = ""};
    }
  }
  std::vector<corpora::text::LoadedScript> list;
  for (auto& [name, script] : scripts) list.push_back(std::move(script));
  return list;
}

reports::diff::Compared observe_all(const std::vector<Subject>& subjects, const oracle::Script& script) {
  reports::diff::Compared compared{.name = script.name};
  for (const Subject& subject : subjects) {
    std::optional<oracle::Trace> trace = subject.observe(script);
    compared.done.push_back(trace.has_value());
    compared.traces.push_back(trace ? *std::move(trace) : oracle::Trace{});
    compared.judgements.emplace_back();
  }
  return compared;
}

}  // namespace netioconf::conformance::compare
