#include "reports/writers/json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using Json = nlohmann::json;

// Implements the part of JSON Schema that report.schema.json uses. Collects errors as "place: error".
class Schema {
 public:
  // With braces, g++ would construct an array.
  explicit Schema(Json whole) : whole_(std::move(whole)) {}

  [[nodiscard]] std::vector<std::string> errors(const Json& value) const {
    std::vector<std::string> found;
    check(whole_, value, "", found);
    return found;
  }

 private:
  using Errors = std::vector<std::string>;

  static bool is_of(const std::string& type, const Json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  static bool has_type(const Json& types, const Json& value) {
    if (types.is_string()) return is_of(types, value);
    return std::any_of(types.begin(), types.end(), [&](const Json& type) { return is_of(type, value); });
  }

  void check_object(const Json& schema, const Json& value, const std::string& place,
                    Errors& found) const {
    for (const std::string name : schema["required"]) {
      if (!value.contains(name)) found.push_back(place + ": " + name + " is missing");
    }
    for (const auto& [name, member] : value.items()) {
      if (schema["properties"].contains(name)) {
        check(schema["properties"][name], member, place + "/" + name, found);
      } else {
        found.push_back(place + ": " + name + " is not described");
      }
    }
  }

  [[nodiscard]] bool fits_any(const Json& schemas, const Json& value, const std::string& place) const {
    return std::any_of(schemas.begin(), schemas.end(), [&](const Json& schema) {
      Errors inner;
      check(schema, value, place, inner);
      return inner.empty();
    });
  }

  void check(const Json& schema, const Json& value, const std::string& place, Errors& found) const {
    if (schema.contains("$ref")) {
      const std::string name = schema["$ref"].get<std::string>().substr(std::string{"#/$defs/"}.size());
      return check(whole_.at("$defs").at(name), value, place, found);
    }
    if (schema.contains("type") && !has_type(schema["type"], value))
      return found.push_back(place + ": type");
    if (schema.contains("const") && schema["const"] != value) found.push_back(place + ": const");
    if (schema.contains("enum") &&
        std::count(schema["enum"].begin(), schema["enum"].end(), value) == 0) {
      found.push_back(place + ": " + value.dump() + " is none of the values");
    }
    if (schema.contains("minimum") && value.is_number() && value < schema["minimum"]) {
      found.push_back(place + ": minimum");
    }
    if (schema.contains("anyOf") && !fits_any(schema["anyOf"], value, place))
      found.push_back(place + ": anyOf");
    if (value.is_object() && schema.contains("properties")) check_object(schema, value, place, found);
    if (!value.is_array()) return;
    for (const Json& item : value) check(schema["items"], item, place + "/*", found);
  }

  Json whole_;
};

Json schema_file() { return Json::parse(std::ifstream{"reports/model/report.schema.json"}); }

std::vector<std::string> errors_in(const Json& value) { return Schema{schema_file()}.errors(value); }

TEST(TheJson, FitsTheSchema) {
  EXPECT_EQ(errors_in(Json::parse(json(sample_report()))), std::vector<std::string>{});
  EXPECT_EQ(errors_in(Json::parse(json(faultless_report()))), std::vector<std::string>{});
  EXPECT_EQ(errors_in(Json::parse(json(Report{}))), std::vector<std::string>{});
}

TEST(TheJson, FitsTheSchemaAfterASweep) {
  Report report = sample_report();
  report.space = {"19 hosts"};
  const Json written = Json::parse(json(report));
  EXPECT_EQ(errors_in(written), std::vector<std::string>{});
  EXPECT_EQ(written.at("space"), Json{"19 hosts"});
}

TEST(TheSchema, RefusesWhatItDoesNotDescribe) {
  Json value = Json::parse(json(sample_report()));
  value["groups"][0]["colour"] = "red";
  value["scripts"][0].erase("name");
  value["outcome"] = "fine";
  value["known"]["stale"][0]["entry"] = "first";
  EXPECT_EQ(errors_in(value).size(), 4U);
}

// Checks that every object is closed and all of its members are required.
void expect_strict(const Json& schema, const std::string& place) {
  if (schema.is_object() && schema.value("type", Json{}) == "object") {
    EXPECT_EQ(schema.value("additionalProperties", Json{}), false) << place;
    EXPECT_EQ(schema["required"].size(), schema["properties"].size()) << place;
  }
  if (!schema.is_structured()) return;
  for (const auto& [name, member] : schema.items()) expect_strict(member, place + "/" + name);
}

TEST(TheSchema, LeavesNothingOpen) { expect_strict(schema_file(), ""); }

TEST(TheJson, SurvivesBytesThatAreNoText) {
  const Json value = Json::parse(json(sample_report()));
  EXPECT_EQ(value["scripts"][7]["comment"],
            "a\x1b[31m\xef\xbf\xbd\xe2\x80\xae <b>&\"'|`*_@x ]]> \xc3\xa9");
}

TEST(TheJson, ShowsEveryStepOfAScriptThatDeviates) {
  const Json value = Json::parse(json(sample_report()));
  EXPECT_EQ(value["scripts"][4]["findings"].size(), 3U);
  EXPECT_EQ(value["scripts"][4]["findings"][1]["place"], "the tables after step 1");
  EXPECT_EQ(value["scripts"][2]["findings"].size(), 0U) << "it conforms";
}

TEST(TheJson, ShowsOfOtherScriptsOnlyWhatDoesNotConform) {
  Report report = sample_report();
  ScriptResult& undecided = report.scripts[5];
  undecided.judgement.findings.emplace_back().step = 1;
  const Json value = Json::parse(json(report));
  ASSERT_EQ(value["scripts"][5]["findings"].size(), 1U);
  EXPECT_EQ(value["scripts"][5]["findings"][0]["status"], 5);
}

}  // namespace
}  // namespace netioconf::reports::writers
