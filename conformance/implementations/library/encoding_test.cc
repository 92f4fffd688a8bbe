#include "conformance/implementations/library/encoding.h"

#include <gtest/gtest.h>

#include <random>

#include "conformance/implementations/library/testing/faulty.h"

namespace netioconf::conformance::implementations::library {
namespace {

using oracle::Call;

Batch a_batch() {
  Batch batch{.start = Start::reset, .host = oracle::plain_host(), .operations = {}};
  batch.host.links.push_back({.luid = 7, .index = 8, .ipv6 = false, .ipv6_metric = 9});
  batch.operations = ordinary_script().operations;
  batch.operations.push_back(oracle::RouteCall{.call = Call::get_route, .row = {}, .misalignment = 3});
  batch.operations.push_back(oracle::TableCall{.family = 23, .null_table = true, .keep = true});
  batch.operations.push_back(oracle::KeptTableCall{.call = Call::reread_table, .table = 4});
  batch.operations.push_back(oracle::BestRouteCall{.luid = 5,
                                                   .index = 6,
                                                   .source = oracle::ipv4(1, 2, 3, 4),
                                                   .destination = oracle::ipv6(1, 2),
                                                   .sort_options = 7,
                                                   .null_best_route = true,
                                                   .null_best_source = true});
  batch.operations.push_back(oracle::NotifyCall{
      .family = 2, .initial_notification = true, .null_callback = true, .null_handle = true});
  batch.operations.push_back(oracle::CancelCall{.registration = 1});
  batch.operations.push_back(oracle::CollectCall{.at_least = 2});
  batch.operations.push_back(
      oracle::LinkCall{.row = oracle::LinkRow{.family = 2, .luid = 3, .index = 4, .metric = 5}});
  return batch;
}

oracle::Reply a_reply() {
  oracle::Reply reply;
  reply.ending = oracle::Ending::garbled;
  reply.detail = "half";
  reply.status = 0xc000000d;
  reply.wrote_outside = true;
  reply.route = a_route();
  reply.anycast = an_anycast();
  reply.link = oracle::LinkRow{.family = 2, .luid = 3, .index = 4, .metric = 5};
  reply.best_source = oracle::ipv4(9, 8, 7, 6);
  reply.table = oracle::TableReply{.null_pointer = true,
                                   .readable = false,
                                   .row_count = 2,
                                   .routes = {a_route(), a_route()},
                                   .anycasts = {an_anycast()}};
  reply.notifications = {{.registration = 1, .type = 2, .row = a_route()}, {}};
  return reply;
}

TEST(Encoding, KeepsEveryMember) {
  EXPECT_EQ(decode<ChildRequest>(encode(ChildRequest{a_batch()})), ChildRequest{a_batch()});
  EXPECT_EQ(decode<ChildRequest>(encode(ChildRequest{HostRequest{}})), ChildRequest{HostRequest{}});
  EXPECT_EQ(decode<oracle::Reply>(encode(a_reply())), a_reply());
  EXPECT_EQ(decode<Greeting>(encode(Greeting{Failure{"why"}})), Greeting{Failure{"why"}});
  EXPECT_EQ(decode<HostResponse>(encode(HostResponse{oracle::plain_host()})),
            HostResponse{oracle::plain_host()});
}

TEST(Encoding, IsRefusedWhenCutOrTooLong) {
  std::vector<std::byte> bytes = encode(a_reply());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(decode<oracle::Reply>(std::span{bytes}.first(size)), std::nullopt) << size;
  }
  bytes.push_back(std::byte{0});
  EXPECT_EQ(decode<oracle::Reply>(bytes), std::nullopt);
}

TEST(Encoding, IsReadOrRefusedWhateverItsBytes) {
  std::minstd_rand random{1};
  const std::vector<std::byte> good = encode(a_reply());
  std::size_t refused = 0;
  for (int time = 0; time < 20000; ++time) {
    std::vector<std::byte> bytes = good;
    for (int change = 0; change < 3; ++change) {
      bytes[random() % bytes.size()] = static_cast<std::byte>(random() % 256);
    }
    if (!decode<oracle::Reply>(bytes)) ++refused;
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::byte>(random() % 3); });
    if (!decode<oracle::Reply>(bytes)) ++refused;
  }
  EXPECT_GT(refused, 20000U);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::library
