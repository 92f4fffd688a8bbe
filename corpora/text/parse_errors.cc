#include "corpora/text/parse_errors.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "corpora/readable/members.h"
#include "corpora/script.pb.h"
#include "corpora/text/spelling.h"
#include "oracle/model/calls.h"

namespace netioconf::corpora::text {
namespace {

constexpr std::string_view package = "netioconf.corpora.proto.";
constexpr std::string_view end_of_text = ", got: ";
constexpr std::size_t error_size_max = 200;

// The text between the first pair of quotes after `from`; empty if there is none.
std::string_view quoted(std::string_view text, std::string_view from) {
  std::size_t start = text.find(from);
  if (start == text.npos) return {};
  start = text.find('"', start + from.size());
  if (start == text.npos) return {};
  const std::size_t end = text.find('"', start + 1);
  return end == text.npos ? std::string_view{} : text.substr(start + 1, end - start - 1);
}

std::vector<std::string> members_of(std::string_view type) {
  const auto* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(std::string(type));
  return descriptor == nullptr ? std::vector<std::string>{} : readable::names_in(*descriptor);
}

// What other programs, and the documents, call a member. The name itself if they have no other.
std::string_view name_here(std::string_view name) {
  if (name == "gateway") return "via";
  for (std::size_t call = 0; call < oracle::call_count; ++call) {
    const oracle::CallInfo& info = oracle::info_of(static_cast<oracle::Call>(call));
    if (info.function == name) return info.name;
  }
  return name;
}

std::string remedy_for_unknown_member(std::string_view error) {
  const std::vector<std::string> members = members_of(quoted(error, "Message type"));
  if (members.empty()) return "see corpora/README.md";
  const std::string_view name = quoted(error, "no field named");
  const std::string_view here = name_here(name);
  if (here != name && std::ranges::find(members, here) != members.end())
    return fmt::format("did you mean {}?", here);
  return suggestion(name, members, fmt::format("its members are {}", fmt::join(members, ", ")));
}

struct Remedy {
  std::string_view fragment;
  std::string_view remedy;
};

constexpr Remedy remedies[] = {
    {"got: infinite", "an infinite lifetime is 0xffffffff"},
    {"non ascii", "write straight quotes, and octets of a value as \\x"},
    {"out of range", "corpora/script.proto gives the type of the member"},
    {"Expected integer, got: -", "a member is unsigned: -1 of 32 bits is 0xffffffff"},
    {"Expected integer", "write a number as 10 or 0x0a"},
    {"Invalid integer", "write a number as 10 or 0x0a"},
    {"enumeration", "corpora/script.proto lists the values"},
    {"multiple times", "keep one of them"},
    {"is specified along with", "keep one of them"},
    {"Expected string", "write octets as \"\\x0a\\x00\""},
    {"String literals", "close the string on the same line"},
    {"Unexpected end of string", "close the string on the same line"},
    {"Expected \"}\"", "close the open brace"},
    {"Expected \"{\"", "write a message in braces, and an address as in via: \"192.0.2.1\""},
};

}  // namespace

std::string in_words(std::string_view error) {
  std::string words(error);
  for (std::size_t at = words.find(package); at != words.npos; at = words.find(package, at)) {
    words.erase(at, package.size());
  }
  if (error.ends_with(end_of_text)) {
    words.resize(words.size() - end_of_text.size());
    return words + ", got the end of the text";
  }
  while (words.ends_with('.')) words.pop_back();
  // The parser quotes the invalid text, which may be the rest of the file. It only quotes ASCII.
  if (words.size() > error_size_max) words.replace(error_size_max, words.npos, "...");
  return words;
}

std::string remedy_for(std::string_view error) {
  if (error.ends_with(end_of_text)) return "complete the last member and close all braces";
  if (error.find("no field named") != error.npos) return remedy_for_unknown_member(error);
  if (error.find("boolean") != error.npos) {
    const std::vector<std::string> values{"true", "false"};
    return suggestion(quoted(error, "Value:"), values, "write true or false");
  }
  for (const Remedy& remedy : remedies) {
    if (error.find(remedy.fragment) != error.npos) return std::string(remedy.remedy);
  }
  return "see the example in corpora/README.md";
}

}  // namespace netioconf::corpora::text
