#include "conformance/export/winetest_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "conformance/export/body.h"
#include "conformance/export/machinery.h"
#include "conformance/export/programs.h"
#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::exporting {
namespace {

std::string_view rule_of(const Reproduction& reproduction) {
  const std::string_view name = reproduction.script.name;
  return name.substr(0, name.find('/'));
}

std::string identifier(std::string_view name) {
  std::string made;
  for (const char each : name) {
    const bool fits =
        (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    made += fits ? each : '_';
  }
  return made;
}

// A comment of one or several lines. The text must not end it.
std::string comment(std::string text) {
  for (std::size_t at = 0; (at = text.find("*/", at)) != std::string::npos;) text.replace(at, 2, "* /");
  std::string lines;
  for (const char each : text) {
    if (each == '\n' && lines.ends_with("\n * ")) lines.pop_back();
    lines += each == '\n' ? "\n * " : std::string{each};
  }
  return fmt::format("/* {} */\n", lines);
}

// Wine's code has no comments that begin with //.
std::string with_old_comments(const std::string& code) {
  std::string made;
  for (std::size_t begin = 0; begin < code.size();) {
    const std::size_t end = std::min(code.find('\n', begin), code.size());
    const std::string line = code.substr(begin, end - begin);
    const bool is_code = line.find_first_of("\"*") == std::string::npos;
    const std::size_t sign = is_code ? line.find("// ") : std::string::npos;
    made += sign == std::string::npos
                ? line
                : fmt::format("{}/* {} */", line.substr(0, sign), line.substr(sign + 3));
    made += '\n';
    begin = end + 1;
  }
  return made;
}

// The known deviations of Wine as the file has them: those that differ only in rule or script are one.
class KnownInWine {
 public:
  explicit KnownInWine(const reports::known::Known& known) : known_{known} {}

  // Statements for a call of a script.
  std::vector<std::string> statements(const Reproduction& reproduction, oracle::Call call) {
    std::set<std::size_t> numbers;
    for (const reports::KnownDeviation& entry : known_.entries) {
      if (entry.call() == oracle::function_name(call) && is_status(entry.observed()) &&
          reports::known::fits(entry.script(), reproduction.script.name)) {
        numbers.insert(number_of(entry));
      }
    }
    std::vector<std::string> lines;
    for (const std::size_t number : numbers)
      lines.push_back(fmt::format("known_in_wine(&known_{});", number));
    return lines;
  }

  std::string declarations() const {
    std::string text;
    for (const auto& [key, number] : numbers_) {
      const auto& [call, observed, reason] = key;
      text += fmt::format("static struct known_deviation known_{} = {{\"{}\", {}, \"{}\", 0, 0}};\n",
                          number, call, observed, quoted(reason));
    }
    return text + "\n";
  }

  std::string checks() const {
    std::string text;
    for (const auto& [key, number] : numbers_)
      text += fmt::format("  check_known(&known_{});\n", number);
    return text;
  }

 private:
  static bool is_status(std::string_view name) {
    for (std::size_t i = 0; i < oracle::status_count; ++i) {
      if (oracle::name_of(static_cast<oracle::Status>(i)) == name) return true;
    }
    return false;
  }

  // The inside of a string in C.
  static std::string quoted(const std::string& text) {
    std::string inside;
    for (const char each : text) {
      if (each == '"' || each == '\\') inside += '\\';
      inside += each == '\n' ? ' ' : each;
    }
    return inside;
  }

  std::size_t number_of(const reports::KnownDeviation& entry) {
    return numbers_.try_emplace({entry.call(), entry.observed(), entry.reason()}, numbers_.size() + 1)
        .first->second;
  }

  const reports::known::Known& known_;
  std::map<std::array<std::string, 3>, std::size_t> numbers_;  // by call, observed reply and reason
};

std::vector<std::string> before_call(const Reproduction& reproduction, KnownInWine& known,
                                     const ReproducedStep& step) {
  const oracle::Call call =
      std::visit([](const auto& operation) { return operation.call; }, step.operation);
  std::vector<std::string> statements = known.statements(reproduction, call);
  if (oracle::is_function(call))
    statements.push_back(fmt::format("need(\"{}\");", oracle::function_name(call)));
  return statements;
}

bool changes_tables(const oracle::Script& script) {
  return std::ranges::any_of(script.operations, [](const auto& operation) {
    return std::visit(
        [](const auto& each) {
          return oracle::info_of(each.call).effect != oracle::TableEffect::no_effect;
        },
        operation);
  });
}

std::string head(const WinetestScripts& scripts) {
  std::string text = fmt::format(
      "Tests of the route and anycast functions of iphlpapi.dll in the conventions of Wine's tests.\n"
      "netioconf wrote this file from {} scripts (profile {}). Do not edit it: change the scripts.\n\n"
      "SPDX-License-Identifier: 0BSD\n"
      "You may use, change and pass on this file for any purpose, without conditions or warranty.\n\n"
      "Build: x86_64-w64-mingw32-gcc -I FOLDER_WITH_WINE FILE.c -o FILE.exe -liphlpapi\n"
      "       or as a test of Wine\n"
      "Run:   FILE.exe [netioconf [LINK...]]   LINK: the index of a link whose routes may change",
      scripts.reproductions.size(),
      scripts.reproductions.empty() ? std::string_view{"documented"}
                                    : oracle::readings::name_of(scripts.reproductions.front().profile));
  if (!scripts.left_out.empty()) text += "\n\nLeft out:";
  for (const LeftOut& each : scripts.left_out) text += fmt::format("\n{}: {}", each.script, each.why);
  return comment(text);
}

// A script as a function, and the call that runs it.
struct Written {
  std::string function;
  std::string call;
};

Written written(const Reproduction& reproduction, const std::string& name, KnownInWine& known) {
  const oracle::Script& script = reproduction.script;
  std::string text;
  if (!reproduction.comment.empty()) text += comment(reproduction.comment);
  text += with_old_comments(c_function(reproduction, name, [&](const ReproducedStep& step) {
    return before_call(reproduction, known, step);
  }));
  return {text + "\n", fmt::format("  run_script(\"{0}\", {1}, &{1}_host, {2:d}, {3:d});\n", script.name,
                                   name, only_reserved_addresses(script), changes_tables(script))};
}

// The test of a rule calls its scripts.
std::string test_of(std::string_view id, const std::string& calls) {
  const oracle::Rule* rule = oracle::rules::find_rule(id);
  const std::string says = rule == nullptr
                               ? ""
                               : comment(fmt::format("{}: {}\n{}, {}", rule->id, rule->says,
                                                     rule->source.page, rule->source.section));
  return fmt::format("{}static void test_{}(void)\n{{\n{}}}\n\n", says, identifier(id), calls);
}

}  // namespace

WinetestScripts winetest_scripts(std::span<const oracle::Script> scripts,
                                 std::span<const std::string> comments,
                                 oracle::readings::Profile profile) {
  WinetestScripts all;
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    std::string why = why_no_program(scripts[i]);
    auto reproduction = why.empty() ? reproduce(scripts[i], profile)
                                    : std::expected<Reproduction, std::string>{std::unexpect, why};
    if (!reproduction) {
      all.left_out.push_back({scripts[i].name, reproduction.error()});
      continue;
    }
    reproduction->comment = comments[i];
    all.reproductions.push_back(*std::move(reproduction));
  }
  return all;
}

std::string winetest_program(const WinetestScripts& scripts,
                             const reports::known::Known& known_in_wine) {
  KnownInWine known{known_in_wine};
  std::string functions;
  std::set<std::string> names;
  std::map<std::string, std::string> calls;  // of the scripts of each rule, by its id
  for (const Reproduction& reproduction : scripts.reproductions) {
    std::string name = identifier(reproduction.script.name);
    while (!names.insert(name).second) name += "_";
    const Written one = written(reproduction, name, known);
    functions += one.function;
    calls[std::string{rule_of(reproduction)}] += one.call;
  }
  std::string tests;
  std::string start;
  for (const auto& [id, of_rule] : calls) {
    tests += test_of(id, of_rule);
    start += fmt::format("  test_{}();\n", identifier(id));
  }
  std::string text = head(scripts);
  for (const std::string_view part : wine_parts()) text += fmt::format("{}\n", part);
  return text + known.declarations() + functions + tests +
         fmt::format("START_TEST(netioconf)\n{{\n  load_functions();\n  read_command_line();\n{}{}}}\n",
                     start, known.checks());
}

}  // namespace netioconf::conformance::exporting
