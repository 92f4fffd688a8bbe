#include <fmt/format.h>

#include "conformance/export/body.h"
#include "conformance/export/machinery.h"
#include "conformance/export/programs.h"

namespace netioconf::conformance::exporting {
namespace {

constexpr std::string_view rule_of_signs =
    "/* ------------------------------------------------------------------------------------------------"
    "\n * The script\n"
    " * "
    "------------------------------------------------------------------------------------------------ "
    "*/\n";

std::string head(const Reproduction& reproduction, std::span<const std::string_view> usage) {
  std::string text = "/* ";
  for (const std::string& line : introduction(reproduction)) {
    text += line;
    while (text.ends_with(' ')) text.pop_back();
    text += "\n * ";
  }
  text += "\n";
  for (const std::string_view line : usage) text += fmt::format(" * {}\n", line);
  std::string clean;
  for (std::size_t i = 0; i < text.size(); ++i) {  // The text must not end the comment.
    clean += text[i];
    if (text[i] == '*' && i + 1 < text.size() && text[i + 1] == '/') clean += ' ';
    if (text[i] == '\n' && clean.ends_with(" * \n")) clean.replace(clean.size() - 4, 4, " *\n");
  }
  return clean + " */\n";
}

// Converts each part of "route.lifetimes/preferred_above_valid" to a C++ name.
std::string camel_case(std::string_view words) {
  std::string name;
  bool first = true;
  for (const char each : words) {
    const bool letter = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
    const bool capital = each >= 'A' && each <= 'Z';
    if (!letter && !capital) {
      first = true;
      continue;
    }
    name += first && each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : each;
    first = false;
  }
  return name;
}

}  // namespace

std::string c_machinery() {
  std::string text;
  for (const std::string_view part : c_parts()) text += fmt::format("{}\n", part);
  return text;
}

std::string c_function(const Reproduction& reproduction, const std::string& name,
                       const BeforeCall& before_call) {
  std::string text = fmt::format("static struct asked_host {}_host = {{{}}};\n", name,
                                 host_members(reproduction.script.host, c_dialect()));
  text += fmt::format("static void {}(void) {{\n", name);
  for (std::size_t i = 0; i < reproduction.script.host.links.size(); ++i) {
    text +=
        fmt::format("  const struct asked_link* const link_{} = &{}_host.links[{}];\n", i + 1, name, i);
  }
  for (std::size_t i = 0; i < reproduction.script.host.links.size(); ++i) {
    text += fmt::format("  (void)link_{};\n", i + 1);
  }
  return text + "\n" + body(reproduction, c_dialect(), "  ", before_call) + "}\n";
}

std::string c_program(const Reproduction& reproduction) {
  static constexpr std::string_view usage[] = {
      "Windows: x86_64-w64-mingw32-gcc FILE.c -o FILE.exe -liphlpapi, or cl FILE.c iphlpapi.lib, then",
      "         FILE.exe LINK (as administrator; the index of a link for each link of the script)",
      "others:  cc -I FOLDER_OF_NETIOAPI_H FILE.c -o FILE YOUR_LIBRARY",
      "Exit status: 0 conforms, 1 deviates, 2 undecided or could not run."};
  std::string script{rule_of_signs};
  script += c_function(reproduction, "script");
  script += fmt::format(
      "\nint main(int argc, char** argv) {{\n  int result;\n  take_care();\n"
      "  result = begin(&script_host, (const char* const*)argv + 1, argc - 1, {:d});\n"
      "  if (result != conforms) return result;\n  script();\n  return end();\n}}\n",
      only_reserved_addresses(reproduction.script));
  return head(reproduction, usage) + c_machinery() + std::string{c_alone()} + "\n" + script;
}

std::string gtest_function(const Reproduction& reproduction, const std::string& name) {
  const std::string& script = reproduction.script.name;
  const std::size_t slash = script.find('/');
  const std::string suite = camel_case(script.substr(0, slash));
  const std::string test = slash == std::string::npos ? "" : camel_case(script.substr(slash + 1));
  return c_function(reproduction, name) +
         fmt::format(
             "\nTEST({0}, {1}) {{\n"
             "  ASSERT_EQ(begin(&{2}_host, nullptr, 0, {3:d}), conforms) << \"could not run\";\n"
             "  {2}();\n  const int result = end();\n"
             "  if (result == undecided) GTEST_SKIP() << \"undecided (see the output)\";\n"
             "  EXPECT_EQ(result, conforms) << \"step \" << run.number << \": \" << difference;\n}}\n",
             suite.empty() ? "Script" : suite, test.empty() ? "Conforms" : test, name,
             only_reserved_addresses(reproduction.script));
}

std::string gtest_program(const Reproduction& reproduction) {
  static constexpr std::string_view usage[] = {
      "Build: c++ -I FOLDER_OF_NETIOAPI_H FILE.cc YOUR_LIBRARY -lgtest -lgtest_main",
      "A library without netioconf_reset must already have the machine of the script."};
  const std::string script = fmt::format("{}namespace {{\n\n{}\n}}  // namespace\n", rule_of_signs,
                                         gtest_function(reproduction, "script"));
  return head(reproduction, usage) + "#include <gtest/gtest.h>\n\n" + c_machinery() + script;
}

}  // namespace netioconf::conformance::exporting
