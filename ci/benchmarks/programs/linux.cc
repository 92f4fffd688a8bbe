#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <vector>

#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "conformance/implementations/api/transport.h"
#include "conformance/implementations/linux/linux_api.h"
#include "oracle/model/samples.h"
#include "reports/model/exit_status.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

namespace implementations = conformance::implementations;
using implementations::Start;
using oracle::Call;

// 10.0.0.0/32 and so on.
oracle::RouteRow route(std::size_t number) {
  oracle::RouteRow row = oracle::via(oracle::a_route(), oracle::ipv4(192, 0, 2, 1));
  return oracle::to(
      row,
      oracle::ipv4(10, static_cast<std::uint8_t>(number >> 16U), static_cast<std::uint8_t>(number >> 8U),
                   static_cast<std::uint8_t>(number)),
      32);
}

std::vector<oracle::Operation> calls(Call call, std::size_t count) {
  std::vector<oracle::Operation> operations;
  for (std::size_t number = 0; number < count; ++number)
    operations.push_back(oracle::RouteCall{.call = call, .row = route(number)});
  return operations;
}

// The link of the routes of this namespace, as `ip` names it; empty: no route.
std::string link_of_the_routes() {
  std::FILE* pipe = popen("ip -4 -o route show", "r");
  std::array<char, 256> line{};
  const bool any = std::fgets(line.data(), line.size(), pipe) != nullptr;
  pclose(pipe);
  std::string words = any ? line.data() : "";
  const std::size_t begin = words.find(" dev ");
  if (begin == std::string::npos) return "";
  words = words.substr(begin + 5);
  return words.substr(0, words.find(' '));
}

void write_batch(const std::filesystem::path& path, std::string_view verb, const std::string& link,
                 std::size_t count) {
  std::ofstream file{path};
  for (std::size_t number = 0; number < count; ++number) {
    file << fmt::format("route {} 10.{}.{}.{}/32 via 192.0.2.1 dev {} onlink metric 10\n", verb,
                        number >> 16U & 255U, number >> 8U & 255U, number & 255U, link);
  }
}

// Calls a second of `ip -batch`.
double ip_batch(const std::filesystem::path& file, std::size_t count) {
  const std::string command = fmt::format("exec ip -batch '{}'", file.string());
  int status = 0;
  const double took = seconds_of(wall_s, [&] { status = std::system(command.c_str()); });
  if (status != 0) std::exit(reports::could_not_run(command + " failed"));
  return static_cast<double>(count) / took;
}

// Carries operations out in a namespace of this process.
class Kernel {
 public:
  explicit Kernel(implementations::Transport& transport) : transport_{transport} {}

  // Calls a second, in batches of this size.
  [[nodiscard]] double rate(const std::vector<oracle::Operation>& operations, std::size_t batch_size) {
    const double took = seconds_of(wall_s, [&] {
      for (std::size_t begin = 0; begin < operations.size(); begin += batch_size) {
        const auto first = operations.begin() + static_cast<std::ptrdiff_t>(begin);
        run({first, first + static_cast<std::ptrdiff_t>(batch_size)});
      }
    });
    return static_cast<double>(operations.size()) / took;
  }

  void run(std::vector<oracle::Operation> operations) {
    const std::size_t count = operations.size();
    const auto outcome = transport_.run({Start::resume, {}, std::move(operations)});
    bool all = outcome.replies.size() == count;
    for (const oracle::Reply& reply : outcome.replies) all = all && reply.status == 0;
    if (!all) std::exit(reports::could_not_run("the kernel refused a call: " + outcome.refused));
  }

 private:
  implementations::Transport& transport_;
};

}  // namespace

int measure_linux(const Options& options) {
  auto api = implementations::linux::linux_api();
  if (!api) {
    fmt::print(stderr, "{}\n", api.error());
    return cannot_run_here;
  }
  const auto transport = implementations::in_process_transport(*std::move(api));
  if (const auto begun = transport->run({Start::reset, oracle::plain_host(), {}});
      !begun.refused.empty())
    return reports::could_not_run(begun.refused);
  const std::size_t count = options.quick ? 500 : 50'000;
  const auto creates = calls(Call::create_route, count);
  const auto deletes = calls(Call::delete_route, count);
  Kernel kernel{*transport};
  kernel.run({creates.front()});
  const std::string link = link_of_the_routes();
  kernel.run({deletes.front()});
  const auto add = options.folder / "add.batch";
  const auto remove = options.folder / "delete.batch";
  write_batch(add, "add", link, count);
  write_batch(remove, "del", link, count);
  const Take one_by_one = [&] {
    const double created = kernel.rate(creates, 1);
    return std::vector<Sample>{{"create", created}, {"delete", kernel.rate(deletes, 1)}};
  };
  const Take in_one_batch = [&] {
    const double created = kernel.rate(creates, count);
    return std::vector<Sample>{{"create_batch", created}, {"delete_batch", kernel.rate(deletes, count)}};
  };
  const Take by_ip = [&] {
    const double created = ip_batch(add, count);
    return std::vector<Sample>{{"ip_create", created}, {"ip_delete", ip_batch(remove, count)}};
  };
  in_turn(options.times, {one_by_one, in_one_batch, by_ip});
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs
