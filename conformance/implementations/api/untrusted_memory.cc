#include "conformance/implementations/api/untrusted_memory.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <vector>

#include "conformance/abi/netioapi.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

constexpr std::size_t page_size = 4096;  // or a multiple

// Raw system calls, because a sanitizer would check untrusted bytes before the kernel reads them.

template <class Row>
bool read_rows(std::uintptr_t address, std::uint32_t count, std::vector<Row>& rows) {
  constexpr std::size_t chunk = 4096;  // rows; memory is allocated only for rows that can be read
  while (rows.size() < count) {
    const std::size_t done = rows.size();
    rows.resize(std::min<std::size_t>(count, done + chunk));
    const std::span added = std::span{rows}.subspan(done);
    const auto* from = reinterpret_cast<const void*>(address + done * sizeof(Row));
    if (!read_untrusted(from, std::as_writable_bytes(added))) {
      rows.clear();
      return false;
    }
  }
  return true;
}

template <class Row>
void copy_table(const std::byte* table, std::vector<Row>& rows, std::size_t first_row,
                oracle::TableReply& reply) {
  std::memcpy(&reply.row_count, table, sizeof reply.row_count);
  if (reply.row_count == 0) return;
  rows.resize(reply.row_count);
  std::memcpy(rows.data(), table + first_row, reply.row_count * sizeof(Row));
}

template <class Row>
oracle::TableReply read_table(const void* table, std::vector<Row> oracle::TableReply::* rows,
                              std::size_t first_row, Trust trust) {
  oracle::TableReply reply;
  reply.null_pointer = table == nullptr;
  if (reply.null_pointer) return reply;
  if (trust == Trust::trusted) {
    copy_table(static_cast<const std::byte*>(table), reply.*rows, first_row, reply);
    return reply;
  }
  reply.readable = false;
  // Most tables need only one copy: if the first byte of a page is readable, the rest of the page is
  // too.
  const auto address = reinterpret_cast<std::uintptr_t>(table);
  std::array<std::byte, 512> beginning;
  const std::size_t there = std::min(beginning.size(), page_size - address % page_size);
  const std::size_t for_count = std::max(there, sizeof reply.row_count);
  if (!read_untrusted(table, std::span{beginning}.first(for_count))) return reply;
  std::memcpy(&reply.row_count, beginning.data(), sizeof reply.row_count);
  if (reply.row_count > most_rows) return reply;
  const std::size_t size = first_row + reply.row_count * sizeof(Row);
  if (reply.row_count != 0 && size <= there) {
    (reply.*rows).resize(reply.row_count);
    std::memcpy((reply.*rows).data(), beginning.data() + first_row, size - first_row);
    reply.readable = true;
  } else {
    reply.readable = read_rows(address + first_row, reply.row_count, reply.*rows);
  }
  return reply;
}

}  // namespace

bool read_untrusted(const void* address, std::span<std::byte> to) {
  if (to.empty()) return true;
  iovec local{to.data(), to.size()};
  iovec remote{const_cast<void*>(address), to.size()};
  const long got = syscall(SYS_process_vm_readv, syscall(SYS_getpid), &local, 1L, &remote, 1L, 0L);
  if (got >= 0) return static_cast<std::size_t>(got) == to.size();
  return errno != EFAULT && read_untrusted_through_pipe(address, to);
}

bool read_untrusted_through_pipe(const void* address, std::span<std::byte> to) {
  constexpr std::size_t chunk = 4096;  // less than the capacity of any pipe
  // Created for each read, because an implementation may have closed or reused any descriptor.
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  bool all = true;
  for (std::size_t done = 0; all && done < to.size();) {
    const std::size_t size = std::min(chunk, to.size() - done);
    const long written =
        syscall(SYS_write, ends[1], reinterpret_cast<std::uintptr_t>(address) + done, size);
    all = written > 0 && read(ends[0], to.data() + done, static_cast<std::size_t>(written)) == written;
    if (all) done += static_cast<std::size_t>(written);
  }
  close(ends[0]);
  close(ends[1]);
  return all;
}

oracle::TableReply read_route_table(const void* table, Trust trust) {
  return read_table(table, &oracle::TableReply::routes, offsetof(MIB_IPFORWARD_TABLE2, Table), trust);
}

oracle::TableReply read_anycast_table(const void* table, Trust trust) {
  return read_table(table, &oracle::TableReply::anycasts, offsetof(MIB_ANYCASTIPADDRESS_TABLE, Table),
                    trust);
}

}  // namespace netioconf::conformance::implementations::inline api
