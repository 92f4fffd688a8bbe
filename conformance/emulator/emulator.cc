#include "conformance/emulator/emulator.h"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <utility>

#include "conformance/emulator/machine/host_changes.h"

namespace netioconf::conformance::emulator {
namespace {

// A caller may pass any address, so rows are copied byte by byte.
template <class Value>
Value read_at(const Value* source) {
  Value value;
  std::memcpy(static_cast<void*>(&value), static_cast<const void*>(source), sizeof(value));
  return value;
}

template <class Value>
void write_at(Value* target, const Value& value) {
  std::memcpy(static_cast<void*>(target), static_cast<const void*>(&value), sizeof(value));
}

template <class Value>
unsigned char* bytes_of(Value* value) {
  return static_cast<unsigned char*>(static_cast<void*>(value));
}

// The documented tables: a count, padding, and rows. NULL if there is no memory.
template <class Table, class Row>
Table* allocated(const std::vector<Row>& rows, const TableHead& head) {
  const std::size_t rows_bytes = rows.size() * sizeof(Row);
  const std::size_t bytes = offsetof(Table, Table) + rows_bytes;
  auto* memory =
      static_cast<unsigned char*>(std::calloc(1, bytes < sizeof(Table) ? sizeof(Table) : bytes));
  if (memory == nullptr) return nullptr;
  std::memcpy(memory, &head.rows, sizeof(head.rows));
  if (!rows.empty()) std::memcpy(memory + offsetof(Table, Table), rows.data(), rows_bytes);
  return reinterpret_cast<Table*>(memory);
}

}  // namespace

std::uint64_t seconds_of_this_machine() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

Emulator::Emulator(const netioconf_host& host, const Behaviour& behaviour, SecondsClock clock)
    : behaviour_(behaviour), clock_(std::move(clock)), stack_(host, behaviour, notifier_) {}

std::array<std::unique_lock<std::mutex>, 2> Emulator::hold() {
  std::unique_lock own{mutex_};
  return {std::move(own), notifier_.hold()};
}

std::unique_lock<std::mutex> Emulator::enter() {
  std::unique_lock lock(mutex_);
  stack_.advance_to(now_s());
  return lock;
}

std::uint64_t Emulator::now_s() const { return stopped_s_ ? *stopped_s_ : clock_(); }

std::uint32_t Emulator::refused_null(Call call) const {
  return behaviour_.number(call, behaviour_.null_argument(call));
}

template <class Row>
std::uint32_t Emulator::apply(Call call, Status (Stack::*change)(Row&), const Row* argument) {
  if (argument == nullptr) return refused_null(call);
  const Row given = read_at(argument);
  Row row = given;
  Status verdict = Status::success;
  {
    const auto lock = enter();
    verdict = (stack_.*change)(row);
  }
  notifier_.deliver();
  // The row is const for the caller; only a mutant changes it.
  if (std::memcmp(static_cast<const void*>(&row), static_cast<const void*>(&given), sizeof(row)) != 0) {
    write_at(const_cast<Row*>(argument), row);
  }
  behaviour_.beside_row(call, bytes_of(const_cast<Row*>(argument)), sizeof(row));
  return behaviour_.number(call, verdict);
}

template <class Look, class Row>
std::uint32_t Emulator::look_up(Call call, Look look, Row* argument) {
  if (argument == nullptr) return refused_null(call);
  Row row = read_at(argument);
  Status verdict = Status::success;
  {
    const auto lock = enter();
    verdict = (stack_.*look)(row);
  }
  notifier_.deliver();
  write_at(argument, row);
  behaviour_.beside_row(call, bytes_of(argument), sizeof(row));
  return behaviour_.number(call, verdict);
}

template <class Table, class Row>
std::uint32_t Emulator::hand_out(Call call,
                                 Status (Stack::*read)(std::uint16_t, std::vector<Row>&) const,
                                 ADDRESS_FAMILY family, Table** table) {
  if (table == nullptr) return refused_null(call);
  std::vector<Row> rows;
  Status verdict = Status::success;
  {
    const auto lock = enter();
    verdict = (stack_.*read)(family, rows);
  }
  notifier_.deliver();
  Table* snapshot = nullptr;
  const TableHead head = behaviour_.table_head(call, rows.size());
  if (verdict == Status::success && head.handed_out) {
    snapshot = allocated<Table>(rows, head);
    if (snapshot == nullptr) verdict = Status::no_memory;
  }
  write_at(table, snapshot);
  return behaviour_.number(call, verdict);
}

void Emulator::initialize_route(MIB_IPFORWARD_ROW2* row) {
  if (row == nullptr) return;
  MIB_IPFORWARD_ROW2 initialized = read_at(row);
  behaviour_.initialize(initialized);
  write_at(row, initialized);
}

std::uint32_t Emulator::create_route(const MIB_IPFORWARD_ROW2* row) {
  return apply(Call::route_create, &Stack::create_route, row);
}

std::uint32_t Emulator::set_route(const MIB_IPFORWARD_ROW2* row) {
  return apply(Call::route_set, &Stack::set_route, row);
}

std::uint32_t Emulator::get_route(MIB_IPFORWARD_ROW2* row) {
  return look_up(Call::route_get, &Stack::get_route, row);
}

std::uint32_t Emulator::delete_route(const MIB_IPFORWARD_ROW2* row) {
  return apply(Call::route_delete, &Stack::delete_route, row);
}

std::uint32_t Emulator::route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) {
  return hand_out(Call::route_table, &Stack::route_table, family, table);
}

std::uint32_t Emulator::best_route(const NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                                   const SOCKADDR_INET* destination, ULONG /*sort_options*/,
                                   MIB_IPFORWARD_ROW2* best_route, SOCKADDR_INET* best_source) {
  constexpr Call call = Call::best_route;
  if (destination == nullptr || best_route == nullptr) return refused_null(call);
  if (best_source == nullptr && behaviour_.null_best_source() != Status::success)
    return behaviour_.number(call, behaviour_.null_best_source());
  RouteQuery query;
  query.index = index;
  query.destination = read_at(destination);
  if (luid != nullptr) query.luid = read_at(luid).Value;
  if (source != nullptr) query.source = read_at(source);
  BestRoute best;
  Status verdict = Status::success;
  {
    const auto lock = enter();
    verdict = stack_.best_route(query, best);
  }
  notifier_.deliver();
  if (verdict == Status::success) {
    write_at(best_route, best.row);
    if (best_source != nullptr) write_at(best_source, best.source);
  }
  return behaviour_.number(call, verdict);
}

std::uint32_t Emulator::create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  return apply(Call::anycast_create, &Stack::create_anycast, row);
}

std::uint32_t Emulator::get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) {
  return look_up(Call::anycast_get, &Stack::get_anycast, row);
}

std::uint32_t Emulator::delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  return apply(Call::anycast_delete, &Stack::delete_anycast, row);
}

std::uint32_t Emulator::anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) {
  return hand_out(Call::anycast_table, &Stack::anycast_table, family, table);
}

std::uint32_t Emulator::get_link(MIB_IPINTERFACE_ROW* row) {
  return look_up(Call::link_get, &Stack::get_link, row);
}

void Emulator::free_table(void* memory) {
  {
    const auto lock = enter();
    stack_.freed(memory);
  }
  notifier_.deliver();
  std::free(memory);
}

int Emulator::reset(const netioconf_host& host) {
  netioconf_host given;
  const std::uint32_t size = read_at(&host.size);
  if (size != sizeof(given) && size != NETIOCONF_HOST_SIZE_1) return 1;
  std::memcpy(&given, static_cast<const void*>(&host), size);
  std::memset(bytes_of(&given) + size, 0, sizeof(given) - size);
  given.size = sizeof(given);
  if (given.link_count > links_at_most) return 1;
  for (const netioconf_link_details& details : given.details) {
    if (details.address_count > std::size(details.addresses)) return 1;
  }
  if (behaviour_.removes_registrations(given)) notifier_.clear();
  const std::lock_guard lock(mutex_);
  stopped_s_.reset();
  stack_.reset(given);
  return 0;
}

int Emulator::change_host(const std::function<bool(netioconf_host&)>& change) {
  {
    const auto lock = enter();
    netioconf_host host = stack_.host();
    if (!change(host)) return 1;
    stack_.become(host);
  }
  notifier_.deliver();
  return 0;
}

void Emulator::seed_like_windows() {
  {
    const auto lock = enter();
    stack_.seed_like_windows();
  }
  notifier_.deliver();
}

int Emulator::advance(std::uint32_t seconds) {
  {
    const std::lock_guard lock(mutex_);
    stopped_s_ = now_s() + seconds;
    stack_.advance_to(*stopped_s_);
  }
  notifier_.deliver();
  return 0;
}

int Emulator::describe(netioconf_host* host) {
  if (host == nullptr) return 1;
  const std::uint32_t room = read_at(&host->size);
  if (room < NETIOCONF_HOST_SIZE_1) return 1;
  const std::lock_guard lock(mutex_);
  netioconf_host written = without_gaps(stack_.host());
  written.size = room < sizeof(written) ? NETIOCONF_HOST_SIZE_1 : std::uint32_t{sizeof(written)};
  std::memcpy(static_cast<void*>(host), &written, written.size);
  return 0;
}

}  // namespace netioconf::conformance::emulator
