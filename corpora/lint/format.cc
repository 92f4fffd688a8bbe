#include "corpora/lint/format.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "corpora/codec/codec.h"
#include "corpora/files/files.h"
#include "corpora/lint/lint_rules.h"
#include "corpora/text/out_of_range.h"
#include "corpora/text/text.h"

namespace netioconf::corpora::lint {
namespace {

namespace fs = std::filesystem;

std::unexpected<std::string> refusal(const fs::path& path, std::string what, std::string remedy) {
  return std::unexpected(
      files::describe({.path = path.string(), .what = std::move(what), .remedy = std::move(remedy)}));
}

std::expected<std::vector<fs::path>, std::string> scripts_below(const fs::path& folder) {
  auto files = files::files_below(folder);
  if (!files) return std::unexpected(files::describe(files.error()));
  std::erase_if(*files, [](const fs::path& file) { return file.extension() != ".textproto"; });
  return *std::move(files);
}

// The path of a script below the folder with the same content; empty if none exists.
std::expected<fs::path, std::string> twin_of(const proto::Script& message, const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return fs::path();
  const auto files = scripts_below(folder);
  if (!files) return std::unexpected(files.error());
  const std::string key = content_key(message);
  for (const fs::path& file : *files) {
    const auto text = files::read_file(file);
    if (!text) return std::unexpected(files::describe(text.error()));
    const auto other = text::parse_script(*text, file.string());
    if (!other) return std::unexpected(other.error());
    if (content_key(*other) == key) return file;
  }
  return fs::path();
}

std::optional<files::Diagnostic> check_names(const NewScript& script) {
  files::Diagnostic diagnostic;
  if (!is_rule_id(script.rule)) {
    diagnostic.what = fmt::format("\"{}\" is not a valid rule id", script.rule);
    diagnostic.remedy = "netioconf rules lists them";
    return diagnostic;
  }
  if (!is_snake_case(script.idea)) {
    diagnostic.what = fmt::format("\"{}\" is not in snake_case", script.idea);
    diagnostic.remedy = "name the idea like preferred_above_valid";
    return diagnostic;
  }
  return std::nullopt;
}

}  // namespace

std::expected<std::string, std::string> formatted(std::string_view text, std::string_view path) {
  const auto message = text::parse_script(text, path);
  if (!message) return std::unexpected(message.error());
  if (const auto line = text::line_of_inner_comment(text)) {
    return std::unexpected(files::describe({.path = std::string(path),
                                            .line = *line,
                                            .what = "a comment after the first member would be lost",
                                            .remedy = "move it to the head of the file"}));
  }
  if (auto diagnostic = text::check_ranges(*message, text)) {
    diagnostic->path = path;
    return std::unexpected(files::describe(*diagnostic));
  }
  return text::head_comment(text) + text::print(codec::encode(codec::decode(*message)));
}

std::expected<std::vector<fs::path>, std::string> format_files(const fs::path& folder) {
  const auto files = scripts_below(folder);
  if (!files) return std::unexpected(files.error());
  std::vector<std::pair<fs::path, std::string>> changes;
  for (const fs::path& file : *files) {
    const auto text = files::read_file(file);
    if (!text) return std::unexpected(files::describe(text.error()));
    auto canonical = formatted(*text, file.string());
    if (!canonical) return std::unexpected(canonical.error());
    if (*canonical != *text) changes.emplace_back(file, *std::move(canonical));
  }
  std::vector<fs::path> changed;
  for (const auto& [file, text] : changes) {
    if (auto written = files::write_file(file, text); !written)
      return std::unexpected(files::describe(written.error()));
    changed.push_back(file);
  }
  return changed;
}

std::expected<fs::path, std::string> add(const fs::path& folder, const NewScript& script) {
  fs::path path = folder / script.rule / (script.idea + ".textproto");
  const std::string comment = text::comment_of(script.words);
  auto diagnostic = check_names(script);
  if (!diagnostic) diagnostic = check_comment(comment);
  if (diagnostic) {
    diagnostic->path = path.string();
    return std::unexpected(files::describe(*diagnostic));
  }
  if (script.script.operations.empty()) return refusal(path, "no operations", "add at least one");
  const proto::Script message = codec::encode(script.script);
  oracle::Script nameless = script.script;
  nameless.name.clear();
  if (codec::decode(message) != nameless) {
    return refusal(path, "corpora/script.proto cannot represent this script",
                   "see the limits in corpora/codec/codec.h");
  }
  std::error_code error;
  if (fs::exists(path, error)) return refusal(path, "already exists", "choose another name");
  const auto twin = twin_of(message, folder);
  if (!twin) return std::unexpected(twin.error());
  if (!twin->empty()) {
    return refusal(path, fmt::format("the same as {}", twin->string()), "use the existing script");
  }
  if (auto written = files::write_file(path, comment + text::print(message)); !written) {
    return std::unexpected(files::describe(written.error()));
  }
  return path;
}

}  // namespace netioconf::corpora::lint
