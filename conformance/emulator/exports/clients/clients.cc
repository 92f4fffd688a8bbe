// Runs the clients with these names, without names all. Exit status 0: the fake meets each expectation.
// 1: one is not met, or a client hangs. 2: no client has that name.
#include "conformance/emulator/exports/clients/clients.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "conformance/emulator/exports/netioemu.h"

namespace netioconf::conformance::emulator::exports::clients {
namespace {

std::vector<Client> all_clients() {
  std::vector<Client> all;
  for (const auto& some : {default_route_clients(), locking_clients(), routing_clients(),
                           machine_clients(), answer_clients()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// Ends the program if the client, which may wait for a lock for ever, has not ended after a minute.
void watch(const std::stop_token& ended, const Client& client) {
  std::mutex mutex;
  std::condition_variable_any changed;
  std::unique_lock lock(mutex);
  const auto has_ended = [&] { return ended.stop_requested(); };
  if (changed.wait_for(lock, ended, std::chrono::minutes{1}, has_ended)) return;
  std::printf("%s: hangs\n", std::string(client.name).c_str());
  std::fflush(stdout);
  std::_Exit(1);
}

bool is_served_well(const Client& client) {
  const std::jthread watcher(watch, client);
  Expectations expect{client.name};
  if (expect.success(netioemu_start("windows"))) client.run(expect);
  return expect.all_met();
}

int run(std::vector<std::string_view> names) {
  const std::vector<Client> all = all_clients();
  if (names.empty()) std::ranges::transform(all, std::back_inserter(names), &Client::name);
  int failures = 0;
  for (const std::string_view name : names) {
    const auto client = std::ranges::find(all, name, &Client::name);
    if (client == all.end()) {
      std::printf("no client is called %s\n", std::string(name).c_str());
      return 2;
    }
    if (!is_served_well(*client)) ++failures;
  }
  return failures == 0 ? 0 : 1;
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports::clients

int main(int count, char** words) {
  return netioconf::conformance::emulator::exports::clients::run({words + 1, words + count});
}
