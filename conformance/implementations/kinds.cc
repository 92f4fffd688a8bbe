#include "conformance/implementations/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "conformance/implementations/emulated/make.h"
#include "conformance/implementations/library/make.h"
#include "conformance/implementations/linux/make.h"
#include "conformance/implementations/process/make.h"
#include "conformance/implementations/wine/make.h"
#include "corpora/text/spelling.h"

namespace netioconf::conformance::implementations {
namespace {

// The testees for Windows run on Windows. netioconf does not.
MadeTransport refuse_windows(const ImplementationName& name, const ImplementationOptions&) {
  return std::unexpected(
      fmt::format("{}: it runs on Windows only (run {} there and name the command that reaches it as "
                  "process:COMMAND, see conformance/implementations/windows/RUNNING.md)",
                  text_of(name), name.argument == "user" ? "windows_testee.exe" : "driver_testee.exe"));
}

constexpr std::array<std::string_view, 2> windows_forms{"user", "driver"};

// In the order of help.
constexpr std::array kinds{
    ImplementationKind{.form = "emulated[:PERSONALITY]",
                       .make = emulated::make_emulated,
                       .is_reentrant = true,
                       .has_known_list = true},
    ImplementationKind{.form = "mutant:NAME",
                       .make = emulated::make_mutant,
                       .runs_foreign_code = true,
                       .has_known_list = true},
    ImplementationKind{.form = "library:PATH", .make = library::make_library, .runs_foreign_code = true},
    ImplementationKind{.form = "linux",
                       .shown_in = ShownIn::all_but_campaigns,
                       .make = linux::make_linux,
                       .has_known_list = true},
    ImplementationKind{.form = "wine:user[:emulated], wine:driver",
                       .shown_in = ShownIn::all_but_campaigns,
                       .first_words = wine::form_names,
                       .make = wine::make_wine,
                       .has_known_list = true},
    ImplementationKind{.form = "windows:user, windows:driver",
                       .shown_in = ShownIn::nowhere,
                       .first_words = windows_forms,
                       .make = refuse_windows},
    ImplementationKind{.form = "process:COMMAND",
                       .explanation = "a testee that speaks the protocol in "
                                      "conformance/implementations/process/PROTOCOL.md, for example "
                                      "process:'ssh host testee'",
                       .make = process::make_process},
};

// The part of a form before the argument.
constexpr std::string_view name_in(const ImplementationKind& kind) {
  return kind.form.substr(0, kind.form.find_first_of(":["));
}

const ImplementationKind* find_kind(std::string_view name) {
  const auto* found = std::ranges::find(kinds, name, name_in);
  return found == kinds.end() ? nullptr : found;
}

// Whether the form has an argument at all, and whether the argument may be left out.
bool takes_argument(const ImplementationKind& kind) { return name_in(kind) != kind.form; }
bool needs_argument(const ImplementationKind& kind) {
  return kind.form.substr(name_in(kind).size()).starts_with(':');
}

// "a, b or c"
std::string list_of(const std::vector<std::string>& items) {
  const std::vector<std::string> before_last(items.begin(), items.end() - 1);
  return fmt::format("{} or {}", fmt::join(before_last, ", "), items.back());
}

std::string forms() {
  std::vector<std::string> shown;
  for (const ImplementationKind& kind : kinds) {
    if (kind.shown_in != ShownIn::nowhere) shown.emplace_back(kind.form);
  }
  return list_of(shown);
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const ImplementationKind& kind : kinds) all.emplace_back(name_in(kind));
  return all;
}

std::string help_of(ShownIn least) {
  std::vector<std::string> shown;
  for (const ImplementationKind& kind : kinds) {
    if (kind.shown_in < least) continue;
    shown.push_back(kind.explanation.empty() ? std::string{kind.form}
                                             : fmt::format("{} ({})", kind.form, kind.explanation));
  }
  return list_of(shown);
}

// The parts of a name before and after the first colon; no argument: no colon.
struct Parts {
  std::string kind;
  std::optional<std::string> argument;
};

Parts split(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return {.kind = text};
  return {.kind = text.substr(0, colon), .argument = text.substr(colon + 1)};
}

std::string no_such(const std::string& text, const std::string& word,
                    const std::vector<std::string>& words, const std::string& otherwise) {
  return fmt::format("{}: no such implementation ({})", text,
                     corpora::text::suggestion(word, words, "name " + otherwise));
}

// Empty if the argument begins with a word that the kind takes.
std::string problem_of_first_word(const std::string& text, const std::string& argument,
                                  const ImplementationKind& kind) {
  const std::string word = argument.substr(0, argument.find(':'));
  const std::vector<std::string> words(kind.first_words.begin(), kind.first_words.end());
  if (words.empty() || std::ranges::find(words, word) != words.end()) return {};
  return no_such(text, word, words, std::string{kind.form});
}

}  // namespace

std::expected<ImplementationName, std::string> parse_name(const std::string& text) {
  const Parts parts = split(text);
  const ImplementationKind* kind = find_kind(parts.kind);
  if (kind == nullptr || (parts.argument && !takes_argument(*kind)))
    return std::unexpected(no_such(text, parts.kind, names(), forms()));
  if (parts.argument ? parts.argument->empty() : needs_argument(*kind))
    return std::unexpected(fmt::format("{}: the name is not complete (name {})", text, kind->form));
  const std::string argument = parts.argument.value_or("");
  if (std::string why = problem_of_first_word(text, argument, *kind); !why.empty())
    return std::unexpected(std::move(why));
  return ImplementationName{.kind = parts.kind, .argument = argument};
}

const ImplementationKind& kind_of(const ImplementationName& name) {
  const ImplementationKind* kind = find_kind(name.kind);
  if (kind == nullptr) std::abort();  // parse_name makes no such name
  return *kind;
}

MadeTransport make_transport(const ImplementationName& name, const ImplementationOptions& options) {
  return kind_of(name).make(name, options);
}

std::optional<std::string> known_list_name_of(const std::string& text) {
  const auto name = parse_name(text);
  if (!name || !kind_of(*name).has_known_list) return std::nullopt;
  std::string list = text;
  std::ranges::replace_if(list, [](char c) { return c == '/' || c == ':'; }, '-');
  return list;
}

bool can_be_here(const std::string& text) {
  const auto name = parse_name(text);
  return name && kind_of(*name).shown_in != ShownIn::nowhere;
}

std::string problem_for_campaigns(const ImplementationName& name) {
  if (kind_of(name).shown_in != ShownIn::all_but_campaigns) return {};
  return fmt::format(
      "{0}: no campaign tests it, because its list of known deviations is about the committed scripts, "
      "and a campaign would call everything else new (run netioconf check --implementation {0}, with "
      "--budget to search, or netioconf replay with the corpus of a campaign)",
      text_of(name));
}

std::string kinds_help() { return help_of(ShownIn::all_but_campaigns); }
std::string kinds_help_for_campaigns() { return help_of(ShownIn::all); }

}  // namespace netioconf::conformance::implementations
