#include "conformance/implementations/process/testing/lying.h"

#include <sys/wait.h>

#include <filesystem>

#include "conformance/implementations/child/orphans.h"
#include "conformance/implementations/process/process_transport.h"

namespace netioconf::conformance::implementations::process {
namespace {

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator entries{"/proc/self/fd"};
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

bool has_children() { return waitid(P_ALL, 0, nullptr, WEXITED | WNOHANG | WNOWAIT) == 0; }

}  // namespace

std::string lying_testee(const std::string& lie) { return "'" LYING_TESTEE "' " + lie; }

Started liar(const std::string& lie, std::chrono::milliseconds limit) {
  return process_transport(lying_testee(lie), {.time_limit = limit, .start_limit = unhurried});
}

oracle::Operation link_call() {
  return oracle::LinkCall{.row = oracle::LinkRow{.family = oracle::ipv4_family, .index = 1}};
}

oracle::Operation table_call() { return oracle::TableCall{}; }

Batch batch_of(std::size_t count, const oracle::Operation& operation) {
  Batch batch{.start = Start::reset, .host = oracle::plain_host()};
  batch.operations.assign(count, operation);
  return batch;
}

Liars::Liars() : descriptors_{open_descriptors()} {}

void Liars::TearDown() {
  EXPECT_EQ(open_descriptors(), descriptors_);
  child::end_orphans({});  // A liar may leave its process group.
  EXPECT_FALSE(has_children());
}

}  // namespace netioconf::conformance::implementations::process
