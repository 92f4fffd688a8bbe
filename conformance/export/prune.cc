#include "conformance/export/prune.h"

#include <algorithm>
#include <set>
#include <vector>

namespace netioconf::conformance::exporting {
namespace {

using FunctionNames = std::set<std::string_view>;

bool is_of_name(char each) {
  return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
         each == '_';
}

struct Definition {
  std::string_view text;
  FunctionNames defines;
  FunctionNames mentions;
  bool needed = false;
};

std::size_t end_of_comment(std::string_view text, std::size_t at) {
  const bool long_one = text.substr(at, 2) == "/*";
  const std::size_t end = text.find(long_one ? "*/" : "\n", at + 2);
  return end == text.npos ? text.size() : end + (long_one ? 2 : 1);
}

std::size_t end_of_literal(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != quote; ++at) at += text[at] == '\\' ? 1U : 0U;
  return std::min(at + 1, text.size());
}

// Calls `see` with each name outside of comments and literals that is not a member of something, with
// its depth in braces and the text after it.
template <class See>
void each_name(std::string_view text, See see) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool comment = text.substr(at, 2) == "/*" || text.substr(at, 2) == "//";
    std::size_t end = at + 1;
    if (comment) {
      end = end_of_comment(text, at);
    } else if (text[at] == '"' || text[at] == '\'') {
      end = end_of_literal(text, at);
    } else if (is_of_name(text[at])) {
      while (end < text.size() && is_of_name(text[end])) ++end;
      const std::size_t next = std::min(text.find_first_not_of(" \n", end), text.size());
      const bool member = at != 0 && (text[at - 1] == '.' || text[at - 1] == '>');
      if (!member) see(text.substr(at, end - at), depth, text.substr(next, 1));
    } else {
      depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
    }
    at = end;
  }
}

// Finds the names that a definition defines: a function, a variable, a type, or every enumerator.
Definition definition_of(std::string_view text) {
  Definition definition{.text = text, .defines = {}, .mentions = {}};
  FunctionNames functions;
  FunctionNames variables;
  std::string_view before;
  each_name(text, [&](std::string_view name, int depth, std::string_view next) {
    definition.mentions.insert(name);
    if (depth == 0 && next == "(") functions.insert(name);
    const bool is_type = before == "struct" && next == "{";
    if (is_type || (depth == 0 && (next == ";" || next == "=" || next == "," || next == "["))) {
      variables.insert(name);
    }
    before = name;
  });
  const bool enumerates = definition.mentions.contains("enum");
  definition.defines = enumerates ? definition.mentions : functions.empty() ? variables : functions;
  definition.needed = text.starts_with('#') && functions.empty();
  return definition;
}

std::vector<Definition> definitions_of(std::string_view text) {
  std::vector<Definition> definitions;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (end != 0) definitions.push_back(definition_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 2, text.size()));
    while (text.starts_with('\n')) text.remove_prefix(1);
  }
  return definitions;
}

}  // namespace

std::string needed_definitions(std::string_view text, std::string_view used) {
  std::vector<Definition> definitions = definitions_of(text);
  FunctionNames names;
  each_name(used, [&](std::string_view name, int, std::string_view) { names.insert(name); });
  for (bool grown = true; grown;) {
    grown = false;
    for (Definition& each : definitions) {
      const bool meets = std::any_of(each.defines.begin(), each.defines.end(),
                                     [&](std::string_view name) { return names.contains(name); });
      if (!each.needed && meets) grown = each.needed = true;
      if (each.needed) names.insert(each.mentions.begin(), each.mentions.end());
    }
  }
  std::string kept;
  for (const Definition& each : definitions) {
    if (each.needed) kept.append(each.text).append("\n\n");
  }
  return kept;
}

}  // namespace netioconf::conformance::exporting
