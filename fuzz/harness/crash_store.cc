#include "fuzz/harness/crash_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "corpora/codec/codec.h"
#include "corpora/files/files.h"
#include "oracle/model/calls.h"

namespace netioconf::fuzz::harness {

CrashStore::CrashStore(std::filesystem::path folder) : folder_{std::move(folder)} {
  std::error_code ignored;  // The campaign notices files that can't be written.
  std::filesystem::create_directories(folder_, ignored);
}

std::optional<CrashStore::Length> CrashStore::length_in(const std::filesystem::path& file) const {
  const auto bytes = corpora::files::read_file(file);
  if (!bytes) return std::nullopt;
  corpora::proto::Script message;
  (void)message.ParsePartialFromString(*bytes);
  return Length{corpora::codec::decode(message).operations.size(), bytes->size()};
}

bool CrashStore::keep(const reports::GroupKey& group, const oracle::Script& script) {
  const std::filesystem::path file = folder_ / file_of(group);
  const std::string bytes = corpora::codec::encode(script).SerializeAsString();
  const Length length{script.operations.size(), bytes.size()};
  const auto known = lengths_.find(group);
  if (known != lengths_.end() && known->second <= length) return false;
  // Another process may have found a shorter one.
  const auto there = length_in(file);
  const bool is_shortest = !there || length < *there;
  lengths_[group] = is_shortest ? length : *there;
  return is_shortest && corpora::files::write_file(file, bytes).has_value();
}

std::string file_of(const reports::GroupKey& group) {
  std::string name =
      fmt::format("{}+{}+{}+{}", group.rule, group.reading, reports::function_of(group), group.observed);
  std::replace_if(name.begin(), name.end(), [](char c) { return c == ' ' || c == '/'; }, '_');
  return name + ".binpb";
}

}  // namespace netioconf::fuzz::harness
