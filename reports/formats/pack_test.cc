#include "reports/formats/pack.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace netioconf::reports::formats {
namespace {

using Json = nlohmann::ordered_json;

Json packed(const char* text) { return pack(Json::parse(text)); }

TEST(Packing, LeavesWhatIsNoTable) {
  for (const char* text : {"1", "null", R"("a")", "[]", "{}", R"([{"a":1}])", R"([{"a":1},{"b":1}])",
                           R"([{"a":1,"b":2},{"b":2,"a":1}])", R"([{},{}])", R"([1,{"a":1}])"}) {
    EXPECT_EQ(packed(text).dump(), text);
  }
}

TEST(Packing, KeepsAValueARow) {
  EXPECT_EQ(packed(R"([{"a":1},{"a":2}])").dump(), R"({"$rows":2,"$columns":{"a":{"each":[1,2]}}})");
}

TEST(Packing, SaysOnceWhatIsTheSameEverywhere) {
  EXPECT_EQ(packed(R"([{"a":"x"},{"a":"x"}])").dump(), R"({"$rows":2,"$columns":{"a":{"all":"x"}}})");
}

TEST(Packing, NumbersFewValues) {
  EXPECT_EQ(packed(R"([{"a":"x"},{"a":"y"},{"a":"x"},{"a":"y"}])")["$columns"]["a"].dump(),
            R"({"of":["x","y"],"at":[0,1,0,1]})");
  EXPECT_EQ(packed(R"([{"a":["x"]},{"a":[]},{"a":["x"]},{"a":[]}])")["$columns"]["a"].dump(),
            R"({"of":[["x"],[]],"at":[0,1,0,1]})");
}

TEST(Packing, DoesNotNumberWhatHardlyRepeats) {
  EXPECT_EQ(packed(R"([{"a":"x"},{"a":"y"},{"a":"x"}])")["$columns"]["a"].dump(),
            R"({"each":["x","y","x"]})");
}

TEST(Packing, ConcatenatesListsOfObjects) {
  EXPECT_EQ(packed(R"([{"a":[{"b":1}]},{"a":[]},{"a":[{"b":2},{"b":3}]}])")["$columns"]["a"].dump(),
            R"({"sizes":[1,0,2],"rows":{"$rows":3,"$columns":{"b":{"each":[1,2,3]}}}})");
}

TEST(Packing, CutsOffHowTextsBeginAndEnd) {
  EXPECT_EQ(packed(R"([{"a":"in/x.txt"},{"a":"in/y.txt"}])")["$columns"]["a"].dump(),
            R"({"head":"in/","tail":".txt","each":["x","y"]})");
  EXPECT_EQ(packed(R"([{"a":"abab"},{"a":"ababab"}])")["$columns"]["a"].dump(),
            R"({"head":"abab","tail":"","each":["","ab"]})");
  EXPECT_EQ(packed(R"([{"a":"abx"},{"a":"aby"}])")["$columns"]["a"].dump(), R"({"each":["abx","aby"]})");
}

TEST(Packing, CutsNoCharacterInTwo) {
  EXPECT_EQ(packed(R"([{"a":"path é"},{"a":"path è"}])")["$columns"]["a"].dump(),
            R"({"head":"path ","tail":"","each":["é","è"]})");
  EXPECT_EQ(packed(R"([{"a":"©xyz"},{"a":"éxyz"},{"a":"éxyz"}])")["$columns"]["a"].dump(),
            R"({"each":["©xyz","éxyz","éxyz"]})");
}

TEST(Packing, SaysOncePartsThatManyTextsShare) {
  EXPECT_EQ(
      packed(
          R"([{"a":"machinery\n\nx"},{"a":"machinery\n\ny"},{"a":"machinery\n\n\nz"}])")["$columns"]["a"]
          .dump(),
      R"({"parts":["machinery","x","y","\nz"],"each":[[0,1],[0,2],[0,3]]})");
  EXPECT_EQ(packed(R"([{"a":"xyz\n\nu"},{"a":"v\n\nw"}])")["$columns"]["a"].dump(),
            R"({"each":["xyz\n\nu","v\n\nw"]})");
}

TEST(Packing, PutsObjectsIntoColumns) {
  EXPECT_EQ(packed(R"([{"a":{"b":1,"c":5}},{"a":{"b":2,"c":5}}])")["$columns"]["a"].dump(),
            R"({"fields":{"b":{"each":[1,2]},"c":{"all":5}}})");
}

TEST(Packing, GoesInside) {
  EXPECT_EQ(packed(R"({"a":[{"b":1},{"b":1}]})").dump(),
            R"({"a":{"$rows":2,"$columns":{"b":{"all":1}}}})");
}

TEST(Packing, TakesBytesThatAreNoText) {
  const Json row = {{"a", "\xff"}};
  EXPECT_EQ(pack(Json{row, row, row, {{"a", "b"}}})["$columns"]["a"]["of"].size(), 2U);
}

}  // namespace
}  // namespace netioconf::reports::formats
