#include "corpora/lint/format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpora/files/temporary_folder.h"
#include "corpora/text/loader.h"

namespace netioconf::corpora::lint {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view a_script = "# An idea.\noperations { create_route { } }\n";
constexpr std::string_view another_script = "# Another idea.\noperations { set_route { } }\n";
constexpr std::string_view ids[] = {"route.link", "route.lifetimes"};

std::string form_of(std::string_view text) {
  const auto canonical = formatted(text, "a.textproto");
  return canonical ? *canonical : canonical.error();
}

// The diagnostics of lint(), without the path of the folder.
std::vector<std::string> diagnostics_in(const files::TemporaryFolder& folder) {
  std::vector<std::string> said;
  for (const files::Diagnostic& diagnostic : lint(folder.path(), ids)) {
    std::string text = files::describe(diagnostic);
    const std::string beginning = folder.path().string() + "/";
    for (std::size_t at = text.find(beginning); at != text.npos; at = text.find(beginning)) {
      text.erase(at, beginning.size());
    }
    said.push_back(text);
  }
  return said;
}

NewScript a_new_script() {
  return {.rule = "route.link",
          .idea = "null_row",
          .script = {.host = oracle::plain_host(), .operations = {oracle::RouteCall{}}},
          .words = "An idea."};
}

std::string refusal_of(const files::TemporaryFolder& folder, const NewScript& script) {
  const auto added = add(folder.path(), script);
  return added ? "none" : added.error();
}

TEST(Formatted, KeepsWhatIsCanonical) { EXPECT_EQ(form_of(a_script), a_script); }

TEST(Formatted, BringsAScriptIntoTheOneForm) {
  EXPECT_EQ(
      form_of("\n# An idea.\r\n\noperations{create_route:<row:{luid:0x6000001000000 metric:0x10}>}"),
      "# An idea.\noperations { create_route { row { metric: 16 } } }\n");
}

TEST(Formatted, WritesAddressesAsPeopleDo) {
  EXPECT_EQ(
      form_of("operations { create_route { row { destination { address { ipv4: 0xc6336400 } length: "
              "24 } next_hop { ipv4: 0xc0000201 } } } }"),
      "operations { create_route { row { to: \"198.51.100.0/24\" via: \"192.0.2.1\" } } }\n");
}

TEST(Formatted, RefusesToLoseAComment) {
  EXPECT_EQ(
      form_of("# Head.\noperations {\n  # Inner.\n}\n"),
      "a.textproto:3: a comment after the first member would be lost (move it to the head of the file)");
}

TEST(Formatted, RefusesToLoseANumber) {
  const std::string start = "operations { create_route { row { destination { length: ";
  EXPECT_EQ(form_of(start + "256 } } } }"),
            "a.textproto:1:49: operation 1: length is 256, the maximum is 255 (use a value that fits)");
  EXPECT_THAT(form_of(start + "255 } } } }"), HasSubstr("length: 255"));
}

TEST(Formatted, RefusesToLoseOctets) {
  const auto with = [](const std::string& members) {
    return form_of("operations { best_route { source { " + members + " } } }");
  };
  const std::string raw_26 = "raw: \"" + std::string(26, 'x') + "\"";
  EXPECT_THAT(with(raw_26), HasSubstr("\\x78"));
  EXPECT_THAT(with("raw: \"" + std::string(27, 'x') + "\""), HasSubstr("raw has 27 octets"));
  EXPECT_THAT(with("raw: \"\" port: 1"), HasSubstr("with raw, only family may be set"));
  EXPECT_THAT(with("ipv4: 1 scope_id: 1"), HasSubstr("require ipv6"));
}

TEST(Formatted, RefusesToLoseAnOperationOrALink) {
  EXPECT_THAT(form_of("operations { create_route { } } operations { }"),
              HasSubstr("operation 2 has no call"));
  EXPECT_THAT(form_of("host { links { } links { } }"), HasSubstr("link 2: the LUID of an earlier link"));
}

std::string form_with_addresses(const std::string& addresses) {
  return form_of("host { links { addresses: [" + addresses + "] } }");
}

TEST(Formatted, WritesEachAddressOfALink) {
  EXPECT_EQ(form_with_addresses("{ address { ipv4: 0xc6336407 } length: 24 }, '2001:db8::7/64'"),
            "host { links { addresses: \"198.51.100.7/24\" addresses: \"2001:db8::7/64\" } }\n");
}

TEST(Formatted, RefusesToLoseAnAddress) {
  const std::string four = "'192.0.2.1/24', '192.0.2.2/24', '192.0.2.3/24', '192.0.2.4/24'";
  EXPECT_THAT(form_with_addresses(four), EndsWith("addresses: \"192.0.2.4/24\"\n} }\n"));
  EXPECT_EQ(
      form_with_addresses(four + ", '192.0.2.5/24'"),
      "a.textproto:1:8: link 1: 5 addresses, the maximum is 4 (an address is one of a host, with the "
      "length of its subnet: \"198.51.100.7/24\")");
  EXPECT_THAT(form_with_addresses("'::1/128', '224.0.0.1/24'"),
              HasSubstr("link 1: address 2 is 224.0.0.1/24, which no link can have"));
  EXPECT_THAT(form_with_addresses("'192.0.2.1/24', '192.0.2.1/32'"),
              HasSubstr("link 1: addresses 1 and 2 are the same"));
  EXPECT_THAT(form_with_addresses("{ address: '192.0.2.1' length: 256 }"),
              HasSubstr("link 1: length is 256, the maximum is 255"));
}

TEST(Formatted, NamesTheLineOfWhatWouldBeLost) {
  EXPECT_THAT(form_of("# An idea.\nhost {\n  links { }\n  links { addresses: '224.0.0.1/4' }\n}\n"),
              testing::StartsWith("a.textproto:4:3: link 2: address 1 is 224.0.0.1/4"));
  EXPECT_THAT(form_of("operations { create_route { } }\n\noperations {\n}\n"),
              testing::StartsWith("a.textproto:3:1: operation 2 has no call"));
  EXPECT_THAT(form_of("operations { create_route { row {\n  to: '::/0'\n} } }\n"
                      "operations { create_route { row { publish: 256 } } }"),
              testing::StartsWith("a.textproto:4:35: operation 2: publish is 256"));
  EXPECT_THAT(form_of("host { links: [{ },\n{ addresses: '224.0.0.1/4' }] }"),
              testing::StartsWith("a.textproto:1:1: link 2: address 1 is 224.0.0.1/4"));
}

TEST(FormatFiles, ChangesWhatIsNotCanonical) {
  const files::TemporaryFolder folder;
  const fs::path good = folder.put("route.link/good.textproto", a_script);
  const fs::path bad = folder.put("route.link/bad.textproto", "# An idea.\noperations{create_route{}}");
  EXPECT_THAT(format_files(folder.path()).value(), ElementsAre(bad));
  EXPECT_EQ(files::content_of(bad), a_script);
  EXPECT_THAT(format_files(folder.path()).value(), IsEmpty());
}

TEST(FormatFiles, ChangesNothingIfOneCannotBe) {
  const files::TemporaryFolder folder;
  const fs::path bad = folder.put("a/bad.textproto", "operations{create_route{}}");
  folder.put("a/worse.textproto", "operations{create_rout{}}");
  EXPECT_FALSE(format_files(folder.path()));
  EXPECT_EQ(files::content_of(bad), "operations{create_route{}}");
}

TEST(Lint, HasNothingAgainstGoodScripts) {
  const files::TemporaryFolder folder;
  folder.put("route.link/null_row.textproto", a_script);
  folder.put("route.lifetimes/null_row.textproto", another_script);
  EXPECT_THAT(diagnostics_in(folder), IsEmpty());
}

TEST(Lint, AsksForASentenceInTheFirstLine) {
  const files::TemporaryFolder folder;
  folder.put("route.link/a.textproto", "operations { create_route { } }\n");
  folder.put("route.link/b.textproto", "# an idea\noperations { set_route { } }\n");
  EXPECT_THAT(diagnostics_in(folder),
              ElementsAre("route.link/a.textproto:1: no head comment (state the idea in a sentence: # A "
                          "host route may be added twice.)",
                          "route.link/b.textproto:1: the first line is not a sentence (state the idea "
                          "in one line that ends with a full stop)"));
}

TEST(Lint, AllowsLinesOf105Columns) {
  const files::TemporaryFolder folder;
  const std::string operations(a_script.substr(a_script.find('\n')));
  folder.put("route.link/a.textproto", "# " + std::string(102, 'x') + "." + operations);
  EXPECT_THAT(diagnostics_in(folder), IsEmpty());
  folder.put("route.link/a.textproto", "# " + std::string(103, 'x') + "." + operations);
  EXPECT_THAT(diagnostics_in(folder), ElementsAre(HasSubstr("textproto:1: the line has 106 columns")));
}

TEST(Lint, AsksForTheFolderOfARule) {
  const files::TemporaryFolder folder;
  folder.put("a.textproto", a_script);
  folder.put("route.lnk/b.textproto", another_script);
  folder.put("route.link/c/d.textproto", "# Third.\noperations { get_route { } }\n");
  EXPECT_THAT(
      diagnostics_in(folder),
      ElementsAre(HasSubstr("a.textproto: is not in the folder of a rule"),
                  HasSubstr("c/d.textproto: is not in the folder of a rule"),
                  "route.lnk/b.textproto: there is no rule route.lnk (netioconf rules lists them)"));
}

TEST(Lint, AsksForSnakeCase) {
  const files::TemporaryFolder folder;
  for (const auto* stem : {"Upper", "two__joints", "end_", "1st", "a-b", "a.b"}) {
    const fs::path file = folder.put(std::string("route.link/") + stem + ".textproto", a_script);
    EXPECT_THAT(diagnostics_in(folder), ElementsAre(HasSubstr("not in snake_case"))) << stem;
    fs::remove(file);
  }
  folder.put("route.link/a1_2b.textproto", a_script);
  EXPECT_THAT(diagnostics_in(folder), IsEmpty());
}

TEST(Lint, NamesTheFirstLineThatIsNotCanonical) {
  const files::TemporaryFolder folder;
  folder.put("route.link/a.textproto", "# An idea.\noperations { create_route {} }\n");
  EXPECT_THAT(diagnostics_in(folder), ElementsAre("route.link/a.textproto:2: is not in canonical form "
                                                  "(run netioconf scripts format)"));
}

TEST(Lint, FindsScriptsThatSayTheSame) {
  const files::TemporaryFolder folder;
  folder.put("route.lifetimes/a.textproto", a_script);
  folder.put("route.link/b.textproto", "# The same.\noperations { create_route { } }\n");
  EXPECT_THAT(diagnostics_in(folder), ElementsAre("route.link/b.textproto: the same as "
                                                  "route.lifetimes/a.textproto (remove one of them)"));
}

TEST(Lint, AsksForAnOperation) {
  const files::TemporaryFolder folder;
  folder.put("route.link/a.textproto", "# An idea.\n");
  EXPECT_THAT(diagnostics_in(folder), ElementsAre(HasSubstr("no operations")));
}

TEST(Lint, FindsWhatIsNoScript) {
  const files::TemporaryFolder folder;
  folder.put("route.link/a.binpb", "");
  folder.put("route.link/b.textproto", "operation { }");
  fs::create_symlink("nowhere", folder.path() / "route.link/c.textproto");
  EXPECT_THAT(diagnostics_in(folder),
              ElementsAre(HasSubstr("a.binpb: is not a script in text form"),
                          HasSubstr("b.textproto:1:11: "), HasSubstr("c.textproto: links to a file")));
}

TEST(Lint, FailsForNothing) {
  const files::TemporaryFolder folder;
  EXPECT_THAT(diagnostics_in(folder), ElementsAre(HasSubstr("no scripts in this folder")));
  EXPECT_THAT(lint("no/such", ids), ElementsAre(testing::Field(&files::Diagnostic::path, "no/such")));
}

TEST(Add, WritesAScriptThatLintAccepts) {
  const files::TemporaryFolder folder;
  const auto added = add(folder.path(), a_new_script());
  ASSERT_TRUE(added) << added.error();
  EXPECT_EQ(*added, folder.path() / "route.link/null_row.textproto");
  EXPECT_EQ(files::content_of(*added), a_script);
  EXPECT_THAT(diagnostics_in(folder), IsEmpty());
}

TEST(Add, RefusesAFileThatExists) {
  const files::TemporaryFolder folder;
  folder.put("route.link/null_row.textproto", another_script);
  EXPECT_THAT(refusal_of(folder, a_new_script()), HasSubstr("null_row.textproto: already exists"));
  EXPECT_EQ(files::content_of(folder.path() / "route.link/null_row.textproto"), another_script);
}

TEST(Add, RefusesTheSameScriptUnderAnotherName) {
  const files::TemporaryFolder folder;
  const fs::path first = folder.put("route.lifetimes/first.textproto", a_script);
  EXPECT_THAT(refusal_of(folder, a_new_script()), HasSubstr("the same as " + first.string()));
  EXPECT_FALSE(fs::exists(folder.path() / "route.link"));
}

TEST(Add, RefusesNamesThatCannotBe) {
  const files::TemporaryFolder folder;
  for (const auto* rule : {"", "..", "../x", "a/b", ".hidden", "/etc", "Route"}) {
    NewScript script = a_new_script();
    script.rule = rule;
    EXPECT_THAT(refusal_of(folder, script), HasSubstr("is not a valid rule id")) << rule;
  }
  NewScript script = a_new_script();
  script.idea = "a/b";
  EXPECT_THAT(refusal_of(folder, script), HasSubstr("not in snake_case"));
}

TEST(Add, RefusesAScriptWithoutWordsOrOperations) {
  const files::TemporaryFolder folder;
  NewScript script = a_new_script();
  script.words.clear();
  EXPECT_THAT(refusal_of(folder, script), HasSubstr("no head comment"));
  script = a_new_script();
  script.script.operations.clear();
  EXPECT_THAT(refusal_of(folder, script), HasSubstr("no operations"));
}

TEST(Add, RefusesWhatTheFormatCannotSay) {
  const files::TemporaryFolder folder;
  NewScript script = a_new_script();
  oracle::RouteCall call;
  call.misalignment = 8;
  script.script.operations = {call};
  EXPECT_THAT(refusal_of(folder, script), HasSubstr("cannot represent this script"));
}

}  // namespace
}  // namespace netioconf::corpora::lint
