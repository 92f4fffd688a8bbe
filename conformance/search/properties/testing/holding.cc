#include "conformance/search/properties/testing/holding.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <sstream>

#include "conformance/execution/shrink/shrink.h"
#include "corpora/codec/codec.h"
#include "corpora/text/loader.h"
#include "corpora/text/text.h"

namespace netioconf::oracle {

void showValue(const Script& script, std::ostream& stream) {
  stream << corpora::text::print(corpora::codec::encode(script));
}

}  // namespace netioconf::oracle

namespace netioconf::conformance::search::properties {
namespace {

using oracle::Script;

std::string name_of_this_test() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  return std::string(test->test_suite_name()) + "." + test->name();
}

std::string size_class(std::size_t operations) {
  if (operations <= 4) return "1 to 4 operations";
  return operations <= 12 ? "5 to 12 operations" : "more than 12 operations";
}

std::string host_class(const oracle::Host& host) {
  const bool both = host.ipv4 && host.ipv6;
  return fmt::format("{} links{}", host.links.size(), both ? "" : ", a stack is missing");
}

// The file for the script of a failure.
std::filesystem::path file_for(std::string test) {
  for (char& letter : test)
    if (letter == '/') letter = '_';
  return std::filesystem::path(testing::TempDir()) / "netioconf-properties" / (test + ".textproto");
}

// The message of a failure, with the shortest script.
std::string failure_message(const Script& script, const std::string& wrong, const WrongWith& wrong_with,
                            const std::string& rapidcheck_message) {
  const execution::shrink::Shrunk shrunk = execution::shrink::shrink(
      script, [&](const Script& candidate) { return wrong_with(candidate).has_value(); });
  const std::filesystem::path path = file_for(name_of_this_test());
  const auto written =
      corpora::text::write_script(path, shrunk.script, "Found by " + name_of_this_test() + ".");
  const auto seed = rc::detail::configuration().testParams.seed;
  return fmt::format(
      "{}\nto repeat: RC_PARAMS=\"seed={}\" with --gtest_filter='{}'\n"
      "the script ({}; {}):\n{}\n{}",
      wrong_with(shrunk.script).value_or(wrong), seed, name_of_this_test(),
      execution::shrink::in_words(shrunk), written ? "in " + path.string() : written.error(),
      corpora::text::print(corpora::codec::encode(shrunk.script)), rapidcheck_message);
}

}  // namespace

void expect_holds(const rc::Gen<Script>& scripts, const WrongWith& wrong_with, int cases) {
  std::optional<Script> failing;
  std::string wrong;
  const auto property = [&] {
    const Script script = *scripts;
    RC_TAG(size_class(script.operations.size()), host_class(script.host));
    const auto found = wrong_with(script);
    if (!found) return;
    failing = script;
    wrong = *found;
    RC_FAIL(wrong);
  };
  rc::detail::TestMetadata metadata;
  metadata.id = name_of_this_test();
  auto params = rc::detail::configuration().testParams;
  params.maxSuccess = cases;
  const auto result = rc::detail::checkTestable(property, metadata, params);
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  if (result.template is<rc::detail::SuccessResult>()) {
    std::cout << message.str() << "\n";
  } else if (failing) {
    ADD_FAILURE() << failure_message(*failing, wrong, wrong_with, message.str());
  } else {
    ADD_FAILURE() << message.str();
  }
}

}  // namespace netioconf::conformance::search::properties
