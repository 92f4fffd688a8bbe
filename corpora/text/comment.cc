#include <algorithm>
#include <cstddef>
#include <string>

#include "corpora/text/text.h"

namespace netioconf::corpora::text {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string_view without_byte_order_mark(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

// Removes the first line from `rest` and returns it without its line end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\v\f") == line.npos; }

bool is_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r\v\f");
  return first != line.npos && line[first] == '#';
}

// The size in octets of the head, which consists of blank lines and comments.
std::size_t head_size(std::string_view text) {
  std::string_view rest = without_byte_order_mark(text);
  std::size_t size = text.size() - rest.size();
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (!is_blank(line) && !is_comment(line)) break;
    size = text.size() - rest.size();
  }
  return size;
}

}  // namespace

std::string head_comment(std::string_view text) {
  std::string_view rest = without_byte_order_mark(text.substr(0, head_size(text)));
  std::string comment;
  std::string blank_lines;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (is_blank(line)) {
      blank_lines += '\n';
      continue;
    }
    if (!comment.empty()) comment += blank_lines;
    blank_lines.clear();
    comment.append(line).push_back('\n');
  }
  return comment;
}

std::string words_of(std::string_view comment) {
  std::string words;
  while (!comment.empty()) {
    std::string_view line = take_line(comment);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.starts_with('#')) line.remove_prefix(1);
    if (line.starts_with(' ')) line.remove_prefix(1);
    words.append(line);
    if (!comment.empty()) words.push_back('\n');
  }
  return words;
}

std::string comment_of(std::string_view words) {
  std::string comment;
  while (!words.empty()) {
    const std::string_view line = take_line(words);
    if (!is_comment(line)) comment += is_blank(line) ? "#" : "# ";
    if (!is_blank(line)) comment.append(line);
    comment += '\n';
  }
  return comment;
}

std::optional<std::size_t> line_of_inner_comment(std::string_view text) {
  const std::size_t head = head_size(text);
  std::size_t line = 1;
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') ++line;
    if (i < head) continue;
    if (quote != '\0') {
      if (text[i] == '\\')
        ++i;
      else if (text[i] == quote)
        quote = '\0';
    } else if (text[i] == '"' || text[i] == '\'') {
      quote = text[i];
    } else if (text[i] == '#') {
      return line;
    }
  }
  return std::nullopt;
}

}  // namespace netioconf::corpora::text
