#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "corpora/files/files.h"
#include "corpora/lint/format.h"
#include "corpora/lint/lint_rules.h"
#include "corpora/text/out_of_range.h"
#include "corpora/text/text.h"

namespace netioconf::corpora::lint {
namespace {

namespace fs = std::filesystem;

// The state of lint() between files.
struct Linting {
  const fs::path& folder;
  std::span<const std::string_view> rule_ids;
  std::map<std::string, std::string> paths_by_content;
  std::vector<files::Diagnostic> diagnostics;
};

void report(Linting& linting, const fs::path& path, files::Diagnostic diagnostic) {
  diagnostic.path = path.string();
  linting.diagnostics.push_back(std::move(diagnostic));
}

void report(Linting& linting, const fs::path& path, std::string what, std::string remedy) {
  report(linting, path, files::Diagnostic{.what = std::move(what), .remedy = std::move(remedy)});
}

void check_place(Linting& linting, const fs::path& file) {
  const fs::path place = file.lexically_relative(linting.folder);
  if (std::distance(place.begin(), place.end()) != 2) {
    report(linting, file, "is not in the folder of a rule", "move it to <rule id>/<idea>.textproto");
    return;
  }
  const std::string rule = place.begin()->string();
  const auto& ids = linting.rule_ids;
  if (std::ranges::find(ids, rule) == ids.end()) {
    report(linting, file, fmt::format("there is no rule {}", rule), "netioconf rules lists them");
  }
  if (!is_snake_case(file.stem().string())) {
    report(linting, file, "its name is not in snake_case", "name the idea like preferred_above_valid");
  }
}

std::size_t first_different_line(std::string_view left, std::string_view right) {
  const auto [at, unused] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(std::count(left.begin(), at, '\n')) + 1;
}

// Checks the form of a text. Other errors in it are reported elsewhere.
void check_form(Linting& linting, const fs::path& file, std::string_view text) {
  const auto canonical = formatted(text, file.string());
  if (!canonical || *canonical == text) return;
  report(linting, file,
         files::Diagnostic{.line = first_different_line(text, *canonical),
                           .what = "is not in canonical form",
                           .remedy = "run netioconf scripts format"});
}

void check_content(Linting& linting, const fs::path& file, const proto::Script& message) {
  if (message.operations().empty()) {
    report(linting, file, "no operations", "add at least one or remove the file");
    return;
  }
  const auto [first, is_new] = linting.paths_by_content.emplace(content_key(message), file.string());
  if (!is_new) report(linting, file, fmt::format("the same as {}", first->second), "remove one of them");
}

void check_text(Linting& linting, const fs::path& file, std::string_view text) {
  proto::Script message;
  if (auto diagnostic = text::parse(text, file.string(), message)) {
    report(linting, file, *std::move(diagnostic));
    return;
  }
  if (auto diagnostic = check_comment(text::head_comment(text))) {
    report(linting, file, *std::move(diagnostic));
  }
  if (const auto line = text::line_of_inner_comment(text)) {
    report(linting, file,
           files::Diagnostic{.line = *line,
                             .what = "a comment after the first member",
                             .remedy = "move it to the head of the file"});
  }
  if (auto diagnostic = text::check_ranges(message, text)) report(linting, file, *std::move(diagnostic));
  check_form(linting, file, text);
  check_content(linting, file, message);
}

void check_file(Linting& linting, const fs::path& file) {
  if (file.extension() != ".textproto") {
    report(linting, file, "is not a script in text form", "the name must end in .textproto");
    return;
  }
  check_place(linting, file);
  if (const auto text = files::read_file(file)) {
    check_text(linting, file, *text);
  } else {
    linting.diagnostics.push_back(text.error());
  }
}

}  // namespace

std::vector<files::Diagnostic> lint(const fs::path& folder, std::span<const std::string_view> rule_ids) {
  Linting linting{.folder = folder, .rule_ids = rule_ids};
  const auto files = files::files_below(folder);
  if (!files) {
    linting.diagnostics.push_back(files.error());
  } else if (files->empty()) {
    report(linting, folder, "no scripts in this folder", "add one with netioconf scripts add");
  } else {
    for (const fs::path& file : *files) check_file(linting, file);
  }
  return std::move(linting.diagnostics);
}

}  // namespace netioconf::corpora::lint
