#include "conformance/documents/sentences.h"

#include <algorithm>
#include <cctype>

#include "corpora/text/fingerprint.h"

namespace netioconf::conformance::documents {
namespace {

bool is_space(char each) { return std::isspace(static_cast<unsigned char>(each)) != 0; }

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
  return words;
}

// Skips the address of a link, which comes after its words.
std::size_t after_address(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "](") return at + 1;
  const std::size_t end = text.find(')', at);
  return end == text.npos ? text.size() : end + 1;
}

std::size_t after_tag(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('>', at);
  const bool is_tag =
      end != text.npos && at + 1 < text.size() &&
      (text[at + 1] == '/' || std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0);
  return is_tag ? end + 1 : at;
}

bool breaks_line(std::string_view text, std::size_t at) {
  at += text.substr(at, 2) == "</" ? 2U : 1U;
  for (const std::string_view tag : {"br", "p", "td", "th", "tr", "li", "dt", "dd", "dl"}) {
    const std::size_t behind = at + tag.size();
    const bool ends =
        behind < text.size() && std::isalpha(static_cast<unsigned char>(text[behind])) == 0;
    if (ends && text.substr(at, tag.size()) == tag) return true;
  }
  return false;
}

// The text without markup. An HTML tag that starts a new line becomes a line break.
std::string plain(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const char each = text[at];
    if (each == '<' && after_tag(text, at) != at) {
      words += breaks_line(text, at) ? '\n' : ' ';
      at = after_tag(text, at);
    } else if (each == ']') {
      at = after_address(text, at);
    } else {
      const bool mark = each == '*' || each == '`' || each == '\\' || each == '[';
      if (!mark) words += each;
      ++at;
    }
  }
  return words;
}

bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  const bool stop = text[at] == '.' || text[at] == '?' || text[at] == '!';
  return stop && (at + 1 == text.size() || is_space(text[at + 1]));
}

void add_sentences(std::string_view text, std::string_view section, std::string_view about,
                   std::vector<CutSentence>& sentences) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !ends_sentence(text, at)) continue;
    const std::string_view words = trimmed(text.substr(begin, at - begin));
    begin = at + 1;
    if (words.empty() || words == "-") continue;
    std::string whole{about};
    if (!about.empty()) whole += ": ";
    sentences.push_back({.section = std::string{section}, .words = whole.append(words)});
  }
}

void add_row(std::string_view line, std::string_view section, std::vector<CutSentence>& sentences) {
  line.remove_prefix(1);
  const std::size_t bar = std::min(line.find('|'), line.size());
  const std::string about = plain(trimmed(line.substr(0, bar)));
  std::string_view rest = line.substr(std::min(bar + 1, line.size()));
  if (rest.ends_with('|')) rest.remove_suffix(1);
  if (about.find_first_not_of("- :") == about.npos && !about.empty()) return;
  add_sentences(plain(rest), section, about, sentences);
}

}  // namespace

std::uint64_t hash_of(std::string_view sentence) {
  corpora::text::Fingerprint fingerprint;
  bool space = false;
  for (const char each : trimmed(sentence)) {
    if (is_space(each)) {
      space = true;
      continue;
    }
    if (space) fingerprint.add(' ');
    space = false;
    fingerprint.add(static_cast<char>(std::tolower(static_cast<unsigned char>(each))));
  }
  return fingerprint.value();
}

std::vector<CutSentence> cut(std::string_view page) {
  std::vector<CutSentence> sentences;
  std::string section = "Introduction";
  std::string paragraph;
  const auto finish = [&] {
    add_sentences(plain(paragraph), section, "", sentences);
    paragraph.clear();
  };
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = trimmed(page.substr(0, end));
    page.remove_prefix(std::min(end + 1, page.size()));
    const bool is_item = line.starts_with("- ") || line.starts_with("* ");
    const bool is_heading = line.starts_with("#");
    if (line.empty() || is_item || is_heading || line.starts_with('|')) finish();
    if (is_heading) {
      if (line.starts_with("## ")) section = plain(trimmed(line.substr(3)));
    } else if (line.starts_with('|')) {
      add_row(line, section, sentences);
    } else {
      paragraph.append(is_item ? line.substr(2) : line).push_back(' ');
    }
  }
  finish();
  return sentences;
}

std::vector<Sentence> sentences_of(std::string_view page) {
  std::vector<Sentence> sentences;
  for (const CutSentence& each : cut(page)) {
    sentences.push_back({.section = each.section, .hash = hash_of(each.words)});
  }
  return sentences;
}

}  // namespace netioconf::conformance::documents
