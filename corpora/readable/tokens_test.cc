#include "corpora/readable/tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace netioconf::corpora::readable {
namespace {

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  for (Token token = token_at(text, 0); token.kind != TokenKind::end;
       token = token_at(text, token.end_offset())) {
    tokens.emplace_back(token.text);
  }
  return tokens;
}

using Texts = std::vector<std::string>;

TEST(Tokens, AreWordsStringsAndSymbols) {
  EXPECT_EQ(tokens_of("row { to:\"::/0\"metric:-5 }"),
            (Texts{"row", "{", "to", ":", "\"::/0\"", "metric", ":", "-5", "}"}));
  EXPECT_EQ(tokens_of(" \t\r\n\v\f"), Texts{});
}

TEST(Tokens, AreNotInComments) {
  EXPECT_EQ(tokens_of("a # b \"c\n#\nd#e"), (Texts{"a", "d"}));
  EXPECT_EQ(tokens_of("\"# no comment\""), (Texts{"\"# no comment\""}));
}

TEST(Tokens, EndWithAStringThatIsNotClosed) {
  EXPECT_EQ(tokens_of(R"("a\"b" 'c"' d)"), (Texts{R"("a\"b")", "'c\"'", "d"}));
  EXPECT_EQ(tokens_of("a \"b\nc\""), Texts{"a"});
  EXPECT_EQ(tokens_of("a \"b\\"), Texts{"a"});
}

}  // namespace
}  // namespace netioconf::corpora::readable
