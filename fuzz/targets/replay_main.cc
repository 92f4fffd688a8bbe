// Replaces a fuzzing engine: runs a fuzz target once on each file of the command line. So targets build,
// and inputs that an engine found replay, with any compiler.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::optional<std::string> contents(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return std::nullopt;
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s FILE...\nRuns the fuzz target once on each file.\n", argv[0]);
    return 2;
  }
  for (int i = 1; i < argc; ++i) {
    const std::optional<std::string> input = contents(argv[i]);
    if (!input) {
      std::fprintf(stderr, "%s: cannot be read; name a file\n", argv[i]);
      return 2;
    }
    std::fprintf(stderr, "replaying %s, %zu bytes\n", argv[i], input->size());
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input->data()), input->size());
  }
  return 0;
}
