#include "conformance/compare/compared_implementations.h"

#include <filesystem>

#include "conformance/execution/implementation.h"
#include "conformance/known/running_version.h"
#include "conformance/repository/repository_paths.h"
#include "reports/diff/divergence.h"
#include "reports/model/report.h"

namespace netioconf::conformance::compare {
namespace {

namespace fs = std::filesystem;

oracle::Trace unanswered(const oracle::Script& script) {
  oracle::Trace trace;
  trace.script = script.name;
  trace.host = script.host;
  for (const oracle::Operation& operation : script.operations)
    trace.steps.push_back({.operation = operation, .probe = false});
  return trace;
}

}  // namespace

std::expected<ComparedImplementation, std::string> ComparedImplementation::make(
    const std::string& name, const implementations::ImplementationOptions& options) {
  ComparedImplementation implementation;
  implementation.name_ = name;
  std::error_code ignored;
  if (!fs::exists(name, ignored)) {
    auto live = execution::make_implementation(name, options);
    if (!live) return std::unexpected(live.error());
    implementation.live_ = *std::move(live);
    return implementation;
  }
  const std::vector<fs::path> paths{name};
  auto recorded = std::make_shared<RecordedTraces>();
  std::string twice;
  auto cut = corpora::text::read_traces(paths, [&](corpora::text::LoadedTrace trace) {
    const std::string script = trace.recording.trace.script;
    const std::string path = trace.path;
    const auto [place, is_new] = recorded->emplace(script, std::move(trace));
    if (!is_new && twice.empty()) {
      twice = place->second.path + " and " + path + ": both are traces of the script " + script +
              " (name the folder or the file of one recording)";
    }
    return std::string{};
  });
  if (!cut) return std::unexpected(cut.error());
  if (!twice.empty()) return std::unexpected(twice);
  for (const corpora::text::CutFile& file : *cut)
    if (!file.is_readable) return std::unexpected(file.why);
  implementation.recorded_ = std::move(recorded);
  implementation.cut_files_ = *std::move(cut);
  return implementation;
}

std::expected<std::optional<ComparedImplementation>, std::string> ComparedImplementation::another(
    const implementations::ImplementationOptions& options) const {
  ComparedImplementation other;
  other.name_ = name_;
  other.recorded_ = recorded_;
  other.cut_files_ = cut_files_;
  if (live_ == nullptr) return other;
  const auto name = implementations::parse_name(name_);
  if (!name || !implementations::kind_of(*name).is_reentrant) return std::nullopt;
  auto live = execution::make_implementation(name_, options);
  if (!live) return std::unexpected(live.error());
  other.live_ = *std::move(live);
  return other;
}

std::string ComparedImplementation::implementation_name() const {
  return recorded_->empty() ? name_ : recorded_->begin()->second.recording.implementation;
}

std::string ComparedImplementation::version() const {
  if (recorded_->empty()) return known::running_version(name_);
  return known::recorded_version(implementation_name(), recorded_->begin()->second.recording.system);
}

std::optional<oracle::Trace> ComparedImplementation::observe(const oracle::Script& script) const {
  if (live_ != nullptr) return live_->observe(script);
  const auto found = recorded_->find(script.name);
  if (found == recorded_->end()) return std::nullopt;
  const oracle::Trace& trace = found->second.recording.trace;
  if (!reports::diff::same_script(unanswered(script), trace)) return std::nullopt;
  return trace;
}

std::expected<std::vector<std::vector<ComparedImplementation>>, std::string> make_for_threads(
    std::size_t threads, const std::vector<std::string>& names,
    const implementations::ImplementationOptions& options) {
  std::vector<std::vector<ComparedImplementation>> all(1);
  for (const std::string& name : names) {
    auto implementation = ComparedImplementation::make(name, options);
    if (!implementation) return std::unexpected(implementation.error());
    all.front().push_back(*std::move(implementation));
  }
  while (all.size() < threads) {
    std::vector<ComparedImplementation> copies;
    for (const ComparedImplementation& implementation : all.front()) {
      auto another = implementation.another(options);
      if (!another) return std::unexpected(another.error());
      if (!*another) return all;
      copies.push_back(**std::move(another));
    }
    all.push_back(std::move(copies));
  }
  return all;
}

std::vector<corpora::text::LoadedScript> recorded_scripts(
    const std::vector<ComparedImplementation>& implementations) {
  std::map<std::string, corpora::text::LoadedScript> scripts;
  for (const ComparedImplementation& implementation : implementations) {
    for (const auto& [name, trace] : implementation.recorded()) {
      if (scripts.contains(name)) continue;
      const fs::path committed = repository::committed_scripts() / (name + ".textproto");
      std::error_code ignored;
      scripts[name] = {.script = reports::script_of(trace.recording.trace),
                       .path = fs::exists(committed, ignored) ? committed.string() : ""};
    }
  }
  std::vector<corpora::text::LoadedScript> list;
  for (auto& [name, script] : scripts) list.push_back(std::move(script));
  return list;
}

reports::diff::Compared observe_all(const std::vector<ComparedImplementation>& implementations,
                                    const oracle::Script& script) {
  reports::diff::Compared compared{.name = script.name};
  for (const ComparedImplementation& implementation : implementations) {
    std::optional<oracle::Trace> trace = implementation.observe(script);
    compared.done.push_back(trace.has_value());
    compared.traces.push_back(trace ? *std::move(trace) : oracle::Trace{});
    compared.judgements.emplace_back();
  }
  return compared;
}

}  // namespace netioconf::conformance::compare
