#include "oracle/model/fields.h"

#include <gtest/gtest.h>

#include <set>

#include "oracle/model/samples.h"

namespace netioconf::oracle::inline model {
namespace {

template <class Structure>
class EveryField : public testing::Test {};
using Structures =
    testing::Types<RouteRow, AnycastRow, LinkRow, Link, RouteCall, AnycastCall, LinkCall, TableCall,
                   KeptTableCall, BestRouteCall, NotifyCall, CancelCall, CollectCall>;
TYPED_TEST_SUITE(EveryField, Structures);

TYPED_TEST(EveryField, IsAMemberOfItsOwnWithItsName) {
  std::set<std::string_view> names;
  std::set<const void*> members;
  TypeParam structure{};
  for_each_field(structure, [&](const auto& field, auto& member) {
    names.insert(field.name);
    EXPECT_TRUE(members.insert(&member).second) << field.name << " is a member that came before";
  });
  EXPECT_EQ(names.size(), std::tuple_size_v<decltype(FieldsOf<TypeParam>::all)>);
}

template <class Row>
std::size_t bytes_of_fields() {
  std::size_t bytes = 0;
  Row row{};
  for_each_field(row, [&](const auto&, auto& member) { bytes += sizeof(member); });
  return bytes;
}

TEST(TheFields, CoverEveryByteOfADocumentedRow) {
  EXPECT_EQ(bytes_of_fields<RouteRow>(), sizeof(RouteRow));
  EXPECT_EQ(bytes_of_fields<AnycastRow>(), sizeof(AnycastRow));
}

void use_index(std::uint64_t& luid, std::uint32_t& index) {
  luid = 0;
  index = 7;
}
void use_luid(std::uint64_t& luid, std::uint32_t& index) {
  luid = 7;
  index = 0;
}

TEST(TheNameOfALink, IsEditedInEveryCallThatHasOne) {
  Operation route = RouteCall{.row = a_route()};
  edit_link_name(route, use_index);
  EXPECT_EQ(std::get<RouteCall>(route).row, on(a_route(), 0, 7));
  Operation anycast = AnycastCall{.row = an_anycast()};
  edit_link_name(anycast, use_luid);
  EXPECT_EQ(std::get<AnycastCall>(anycast).row, on(an_anycast(), 7, 0));
}

TEST(TheNameOfALink, IsNotInventedWhereThereIsNone) {
  Operation null_row = RouteCall{.row = std::nullopt};
  edit_link_name(null_row, use_index);
  EXPECT_EQ(null_row, Operation{RouteCall{.row = std::nullopt}});
  Operation table = TableCall{};
  edit_link_name(table, use_index);
  EXPECT_EQ(table, Operation{TableCall{}});
}

TEST(TheLuidOfASearch, StaysNullUnlessItIsGiven) {
  Operation search = BestRouteCall{};
  edit_link_name(search, use_index);
  EXPECT_EQ(std::get<BestRouteCall>(search).luid, std::nullopt);
  EXPECT_EQ(std::get<BestRouteCall>(search).index, 7U);
  edit_link_name(search, use_luid);
  EXPECT_EQ(std::get<BestRouteCall>(search).luid, 7U);
  edit_link_name(search, use_index);
  EXPECT_EQ(std::get<BestRouteCall>(search).luid, 0U);
}

}  // namespace
}  // namespace netioconf::oracle::inline model
