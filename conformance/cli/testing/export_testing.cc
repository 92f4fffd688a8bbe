#include "conformance/cli/testing/export_testing.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "conformance/execution/implementation.h"
#include "conformance/export/programs.h"
#include "corpora/text/loader.h"
#include "oracle/engine/judge.h"

namespace netioconf::conformance::cli {
namespace {

int end_of(const oracle::Judgement& judgement) {
  int end = 0;
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict == oracle::Verdict::deviates) return 1;
    if (finding.verdict == oracle::Verdict::undecided) end = 2;
  }
  return end;
}

// The table of the scripts comes before these.
constexpr std::string_view main_of_all = R"(
int main(int argc, char** argv) {
  FILE* ends = argc == 2 ? fopen(argv[1], "w") : NULL;
  if (ends == NULL) return 2;
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; ++i) {
    int result = begin(scripts[i].host, NULL, 0, 1);
    if (result == conforms) {
      scripts[i].run();
      result = end();
    } else {
      result = 3;
    }
    fprintf(ends, "%s %d\n", scripts[i].name, result);
  }
  return fclose(ends);
}
)";

std::string name_of(std::size_t number) { return fmt::format("script_{}", number); }

}  // namespace

ProgramOutput output_of(const std::string& command) {
  ProgramOutput output;
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return {.status = -1, .text = "no shell"};
  std::array<char, 4096> part;
  for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), pipe)) != 0;) {
    output.text.append(part.data(), size);
  }
  const int status = pclose(pipe);
  output.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return output;
}

bool has_program(const std::string& name) { return output_of("command -v " + name).status == 0; }

void write(const std::string& path, const std::string& text) { std::ofstream{path} << text; }

std::vector<EmulatorCalled> emulators() {
  return {{"emulated:common", "NETIOEMU_PERSONALITY=common"},
          {"emulated:literal", "NETIOEMU_PERSONALITY=literal"},
          {"mutant:lifetimes-compared-as-signed", "NETIOEMU_MUTANT=lifetimes-compared-as-signed"}};
}

bool every_export() { return std::getenv("NETIOCONF_EVERY_EXPORT") != nullptr; }

Ends ends_in(const std::string& text) {
  Ends ends;
  std::istringstream lines{text};
  std::string name;
  for (int end = 0; lines >> name >> end;) ends[name] = end;
  return ends;
}

Ends judged_ends(const std::string& implementation,
                 const std::vector<exporting::Reproduction>& reproductions) {
  Ends ends;
  const auto made =
      execution::make_implementation(implementation, {.isolation = implementations::Isolation::none});
  if (!made) return ends;
  for (const exporting::Reproduction& reproduction : reproductions) {
    oracle::engine::Judge judge{oracle::readings::Profile::documented};
    ends[reproduction.script.name] = end_of(judge.judge((*made)->observe(reproduction.script)));
  }
  return ends;
}

std::vector<exporting::Reproduction> reproductions() {
  const auto scripts = corpora::text::load_scripts("corpora/scripts");
  std::vector<exporting::Reproduction> all;
  if (!scripts) return all;
  for (const corpora::text::LoadedScript& script : *scripts) {
    if (!exporting::why_no_program(script.script).empty()) continue;
    if (auto reproduction = exporting::reproduce(script.script, oracle::readings::Profile::documented))
      all.push_back(*std::move(reproduction));
  }
  return all;
}

std::vector<exporting::Reproduction> some_reproductions() {
  std::vector<exporting::Reproduction> all = reproductions();
  if (every_export()) return all;
  constexpr std::size_t stride = 8;
  std::vector<exporting::Reproduction> some;
  for (std::size_t i = 0; i < all.size(); i += stride) some.push_back(std::move(all[i]));
  return some;
}

std::string c_program_of(const std::vector<exporting::Reproduction>& reproductions) {
  std::string text = exporting::c_machinery();
  std::string table;
  for (std::size_t i = 0; i < reproductions.size(); ++i) {
    text += exporting::c_function(reproductions[i], name_of(i));
    table += fmt::format("    {{\"{0}\", {1}, &{1}_host}},\n", reproductions[i].script.name, name_of(i));
  }
  text += fmt::format(
      "static const struct {{\n  const char* name;\n  void (*run)(void);\n  struct asked_host* "
      "host;\n}} "
      "scripts[] = {{\n{}}};\n",
      table);
  return text + std::string{main_of_all};
}

std::string gtest_program_of(const std::vector<exporting::Reproduction>& reproductions) {
  std::string text = "#include <gtest/gtest.h>\n\n" + exporting::c_machinery();
  for (std::size_t i = 0; i < reproductions.size(); ++i)
    text += exporting::gtest_function(reproductions[i], name_of(i));
  return text;
}

std::string csharp_program_of(const std::vector<exporting::Reproduction>& reproductions) {
  std::string text;
  std::string runs;
  for (std::size_t i = 0; i < reproductions.size(); ++i) {
    text +=
        fmt::format("namespace {} {{\n{}}}\n", name_of(i), exporting::csharp_program(reproductions[i]));
    runs += fmt::format("    ends.WriteLine(\"{} \" + {}.Reproduction.Run(new string[0]));\n",
                        reproductions[i].script.name, name_of(i));
  }
  return text +
         fmt::format(
             "public static class Everything {{\n  public static void Main(string[] files) {{\n"
             "    var ends = new System.IO.StreamWriter(files[0]);\n{}    ends.Close();\n  }}\n}}\n",
             runs);
}

}  // namespace netioconf::conformance::cli
