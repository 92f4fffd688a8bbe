// Writes FOLDER/report.schema.json and FOLDER/report.ts: reports_schema DESCRIPTOR_SET FOLDER
// The set is what `protoc --include_source_info --include_imports --descriptor_set_out` writes.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "reports/schema/described.h"
#include "reports/schema/json_schema.h"
#include "reports/schema/typescript.h"

namespace netioconf::reports::schema {
namespace {

bool write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file{path, std::ios::binary};
  return static_cast<bool>(file << text << std::flush);
}

int generate(const char* set_path, const std::filesystem::path& folder) {
  google::protobuf::FileDescriptorSet set;
  std::ifstream file{set_path, std::ios::binary};
  if (!set.ParseFromIstream(&file)) {
    fmt::print(stderr, "{}: not a set of descriptors (protoc --descriptor_set_out writes one)\n",
               set_path);
    return 2;
  }
  google::protobuf::DescriptorPool pool;
  const auto files = build(set, pool);
  const bool written = write(folder / "report.schema.json",
                             json_schema(files, {"Report", "Comparison", "Changes", "Matrix"})) &&
                       write(folder / "report.ts", typescript(files));
  return written ? 0 : 2;
}

}  // namespace
}  // namespace netioconf::reports::schema

int main(int argc, char** argv) {
  return argc == 3 ? netioconf::reports::schema::generate(argv[1], argv[2]) : 2;
}
