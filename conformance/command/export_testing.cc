#include "conformance/command/export_testing.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <span>

#include "conformance/command/implementations.h"
#include "conformance/reproduce/programs.h"
#include "corpora/loader.h"
#include "oracle/judge.h"

namespace netioconf::conformance {
namespace {

std::vector<corpora::LoadedScript> committed() {
  const std::vector<std::filesystem::path> paths = {"corpora/scripts"};
  auto scripts = corpora::load_scripts(paths);
  return scripts ? *std::move(scripts) : std::vector<corpora::LoadedScript>{};
}

int end_of(const oracle::Judgement& judgement) {
  int end = 0;
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict == oracle::Verdict::deviates) return 1;
    if (finding.verdict == oracle::Verdict::undecided) end = 2;
  }
  return end;
}

// The table of the scripts is put in front of it.
constexpr std::string_view main_of_all = R"(
#include <sys/wait.h>
int main(void) {
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; ++i) {
    int status = 0;
    fflush(stdout);
    if (fork() == 0) {
      if (freopen("/dev/null", "w", stdout) == NULL) _exit(3);
      alarm(5);
      if (begin(scripts[i].host, NULL, 0, 1) != conforms) _exit(3);
      scripts[i].run();
      _exit(end());
    }
    wait(&status);
    printf("%s %d\n", scripts[i].name, WIFEXITED(status) ? WEXITSTATUS(status) : 1);
  }
  return 0;
}
)";

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

Ends judged_ends(const std::string& implementation) {
  Ends ends;
  const auto made = make_implementation(implementation, {.isolation = Isolation::none});
  if (!made) return ends;
  for (const corpora::LoadedScript& script : committed()) {
    oracle::Judge judge{oracle::Profile::documented};
    ends[script.script.name] = end_of(judge.judge((*made)->observe(script.script)));
  }
  return ends;
}

std::string program_of_all_scripts() {
  std::string text = c_machinery();
  std::string table;
  std::size_t number = 0;
  for (const corpora::LoadedScript& script : committed()) {
    const auto reproduction = reproduce(script.script, oracle::Profile::documented);
    if (!reproduction) continue;
    const std::string name = fmt::format("script_{}", ++number);
    text += c_function(*reproduction, name);
    table += fmt::format("    {{\"{0}\", {1}, &{1}_host}},\n", script.script.name, name);
  }
  text += fmt::format(
      "static const struct {{\n  const char* name;\n  void (*run)(void);\n  struct asked_host* "
      "host;\n}} "
      "scripts[] = {{\n{}}};\n",
      table);
  return text + std::string{main_of_all};
}

}  // namespace netioconf::conformance
