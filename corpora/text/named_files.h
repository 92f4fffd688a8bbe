#pragma once

#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "corpora/files/diagnostic.h"

namespace google::protobuf {
class Message;
}  // namespace google::protobuf

// The files with scripts or traces that paths name, and the messages in them.
namespace netioconf::corpora::text {

// The files that the paths name, themselves or those below them, each once. The error: there are none.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, std::string> script_files(
    std::span<const std::filesystem::path> paths);
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, std::string> trace_files(
    std::span<const std::filesystem::path> paths);

[[nodiscard]] bool is_binary(const std::filesystem::path& path);

// Reads the only message of a file. Returns the text that it was read from, which is empty in binary
// form.
[[nodiscard]] std::expected<std::string, std::string> read_message(const std::filesystem::path& path,
                                                                   google::protobuf::Message& message);

// The path without the suffix of a script or a trace.
[[nodiscard]] std::string stem_of(const std::filesystem::path& path);

}  // namespace netioconf::corpora::text
