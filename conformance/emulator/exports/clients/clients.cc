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

// Ends the program if the client, which may wait for a lock for ever, has not ended after a minute. No
// std::stop_token: with MinGW a request to stop may not wake a thread that waits.
class Watcher {
 public:
  explicit Watcher(const Client& client) : thread_([this, &client] { watch(client); }) {}
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  ~Watcher() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

 private:
  void watch(const Client& client) {
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, std::chrono::minutes{1}, [this] { return ended_; })) return;
    std::printf("%s: hangs\n", std::string(client.name).c_str());
    std::fflush(stdout);
    std::_Exit(1);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread thread_;
};

bool is_served_well(const Client& client) {
  const Watcher watcher(client);
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
