#include "conformance/implementations/process/commands/words.h"

#include <cstdint>

namespace netioconf::conformance::implementations::process::commands {
namespace {

bool is_blank(char unit) { return unit == ' ' || unit == '\t' || unit == '\n'; }

enum class Quote : std::uint8_t { none, one, two };

class Splitter {
 public:
  void take(char unit) {
    if (escaped_) {
      if (quote_ == Quote::two && unit != '"' && unit != '\\') word_ += '\\';
      word_ += unit;
      escaped_ = false;
    } else if (unit == '\\' && quote_ != Quote::one) {
      escaped_ = in_word_ = true;
    } else if (quote_ == Quote::none) {
      take_unquoted(unit);
    } else if (unit == (quote_ == Quote::one ? '\'' : '"')) {
      quote_ = Quote::none;
    } else {
      word_ += unit;
    }
  }

  std::expected<std::vector<std::string>, std::string> finish() {
    if (quote_ == Quote::one) return std::unexpected("a ' is not closed");
    if (quote_ == Quote::two) return std::unexpected("a \" is not closed");
    if (escaped_) return std::unexpected("nothing follows the last \\");
    end_word();
    return std::move(words_);
  }

 private:
  void take_unquoted(char unit) {
    if (is_blank(unit)) {
      end_word();
      return;
    }
    in_word_ = true;
    if (unit == '\'') {
      quote_ = Quote::one;
    } else if (unit == '"') {
      quote_ = Quote::two;
    } else {
      word_ += unit;
    }
  }

  void end_word() {
    if (in_word_) words_.push_back(std::move(word_));
    word_.clear();
    in_word_ = false;
  }

  std::vector<std::string> words_;
  std::string word_;
  bool in_word_ = false;  // also in an empty one: ''
  bool escaped_ = false;
  Quote quote_ = Quote::none;
};

}  // namespace

std::expected<std::vector<std::string>, std::string> split_words(std::string_view command) {
  Splitter splitter;
  for (const char unit : command) splitter.take(unit);
  return splitter.finish();
}

}  // namespace netioconf::conformance::implementations::process::commands
