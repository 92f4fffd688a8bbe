#include "conformance/cli/explain/mentions.h"

#include <cctype>
#include <string>
#include <variant>
#include <vector>

#include "conformance/cli/explain/documented_names.h"
#include "oracle/model/fields.h"
#include "oracle/model/rule.h"
#include "oracle/rules/examples.h"

namespace netioconf::conformance::cli::explain {
namespace {

using Names = std::vector<std::string_view>;

bool is_upper(char letter) { return std::isupper(static_cast<unsigned char>(letter)) != 0; }

std::string in_small_letters(std::string_view text) {
  std::string small{text};
  for (char& letter : small)
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return small;
}

// "PreferredLifetime" is "Preferred Lifetime".
std::string words_of_name(std::string_view name) {
  std::string words;
  for (const char letter : name) {
    if (is_upper(letter) && !words.empty()) words += ' ';
    words += letter;
  }
  return words;
}

// What the texts call a member or a parameter.
std::vector<std::string> phrases_for(std::string_view name) {
  std::vector<std::string> phrases = {std::string{name}, words_of_name(name)};
  constexpr std::string_view interface = "Interface", address = "Address";
  if (name.starts_with(interface) && name != interface)
    phrases.push_back(words_of_name(name.substr(interface.size())));
  if (name.ends_with(address) && name != address)
    phrases.push_back(words_of_name(name.substr(0, name.size() - address.size())));
  return phrases;
}

// The arguments and members in which two arguments of one type differ. Rows differ in their members,
// unless one of them is NULL.
template <class Arguments>
Names differing(const Arguments& one, const Arguments& other) {
  Names names;
  oracle::for_each_field(one, [&](const auto& field, const auto& value) {
    const auto& counterpart = field.of(other);
    if (value == counterpart) return;
    if constexpr (oracle::HasRow<Arguments>) {
      if (field.role == oracle::Role::row && one.row && other.row) {
        names = differing(*one.row, *other.row);
        return;
      }
    }
    names.push_back(field.name);
  });
  return names;
}

Names differing_names(const oracle::Operation& one, const oracle::Operation& other) {
  const auto compare = [&]<class Arguments>(const Arguments& arguments) {
    const auto* counterpart = std::get_if<Arguments>(&other);
    return counterpart == nullptr ? Names{} : differing(arguments, *counterpart);
  };
  return std::visit(compare, one);
}

}  // namespace

bool contains_word(std::string_view text, std::string_view word) {
  const std::string small_text = in_small_letters(text), small_word = in_small_letters(word);
  const auto is_letter = [&](std::size_t at) {
    return at < small_text.size() && std::isalpha(static_cast<unsigned char>(small_text[at])) != 0;
  };
  for (std::size_t at = small_text.find(small_word); at != std::string::npos;
       at = small_text.find(small_word, at + 1)) {
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + small_word.size())) return true;
  }
  return false;
}

bool names_member(std::string_view name, std::string_view member) {
  return name == member || member.ends_with("." + std::string{name}) ||
         member.starts_with(std::string{name} + ".");
}

bool mentions(std::string_view text, std::string_view name) {
  for (const std::string& phrase : phrases_for(name)) {
    if (contains_word(text, phrase)) return true;
  }
  return false;
}

bool mentions_last_word(std::string_view text, std::string_view name) {
  const std::string words = words_of_name(name);
  return contains_word(text, words.substr(words.rfind(' ') + 1));
}

std::set<std::string_view> rules_by_examples(std::string_view name) {
  std::set<std::string_view> found;
  const oracle::rules::RuleExample* beyond = nullptr;
  static const std::vector<oracle::rules::RuleExample> examples = oracle::rules::examples();
  for (const oracle::rules::RuleExample& example : examples) {
    if (example.side == oracle::rules::Side::beyond) beyond = &example;
    if (beyond == nullptr || beyond->rule != example.rule) continue;
    for (const std::string_view differs : differing_names(beyond->call, example.call)) {
      if (names_member(name, differs) || name == parameter_of(differs)) found.insert(example.rule->id);
    }
  }
  return found;
}

}  // namespace netioconf::conformance::cli::explain
