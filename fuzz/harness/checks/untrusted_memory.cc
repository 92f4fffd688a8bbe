#include "fuzz/harness/checks/untrusted_memory.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/api/abi_host.h"
#include "conformance/implementations/api/untrusted_memory.h"
#include "fuzz/harness/stop.h"

namespace netioconf::fuzz::harness::inline checks {
namespace {

// Memory whose end cannot be read past: an inaccessible page follows its last byte.
class GuardPage {
 public:
  explicit GuardPage(std::size_t size_max)
      : page_size_{static_cast<std::size_t>(sysconf(_SC_PAGESIZE))},
        size_{(size_max / page_size_ + 1) * page_size_},
        memory_{static_cast<std::byte*>(mmap(nullptr, size_ + page_size_, PROT_READ | PROT_WRITE,
                                             MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))} {
    if (memory_ == MAP_FAILED || mprotect(memory_ + size_, page_size_, PROT_NONE) != 0) {
      stop_because("no memory is available");
    }
  }
  GuardPage(const GuardPage&) = delete;
  GuardPage& operator=(const GuardPage&) = delete;
  ~GuardPage() { munmap(memory_, size_ + page_size_); }

  // Copies the bytes to the end of the memory and returns their address. They must not exceed the size.
  [[nodiscard]] const void* put(InputBytes bytes) {
    std::byte* place = memory_ + size_ - bytes.size();
    std::copy_n(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size(), place);
    return place;
  }

 private:
  std::size_t page_size_;
  std::size_t size_;
  std::byte* memory_;
};

template <class Row>
void expect_rows(InputBytes bytes, const oracle::TableReply& reply, const std::vector<Row>& rows) {
  constexpr std::size_t first_row = 8;
  std::uint32_t count = 0;
  if (bytes.size() >= sizeof count) std::memcpy(&count, bytes.data(), sizeof count);
  const bool there = bytes.size() >= sizeof count &&
                     (count == 0 || first_row + std::uint64_t{count} * sizeof(Row) <= bytes.size());
  if (reply.readable != there) stop_because("a table is not readable as reported");
  if (!there) return;
  const bool same =
      rows.size() == count &&
      (count == 0 || std::memcmp(rows.data(), bytes.data() + first_row, count * sizeof(Row)) == 0);
  if (!same) stop_because("a table is not read as it is stored");
}

}  // namespace

void check_tables(InputBytes bytes) {
  GuardPage guard_page{bytes.size()};
  const void* table = guard_page.put(bytes);
  const oracle::TableReply routes = conformance::implementations::read_route_table(table);
  expect_rows(bytes, routes, routes.routes);
  const oracle::TableReply anycasts = conformance::implementations::read_anycast_table(table);
  expect_rows(bytes, anycasts, anycasts.anycasts);
}

void check_description(InputBytes bytes) {
  netioconf_host host{};
  if (!bytes.empty()) std::memcpy(&host, bytes.data(), std::min(bytes.size(), sizeof host));
  const auto read = conformance::implementations::from_abi(host);
  if (!read) return;
  const auto asked = conformance::implementations::to_abi(*read);
  if (!asked || conformance::implementations::from_abi(*asked) != read) {
    stop_because("an accepted host can't be requested again");
  }
}

}  // namespace netioconf::fuzz::harness::inline checks
