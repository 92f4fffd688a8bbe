#include "conformance/mutants/transcript.h"

#include <array>
#include <cstring>
#include <functional>
#include <span>
#include <string_view>

#include "conformance/emulator/emulator.h"
#include "conformance/mutants/row_pool.h"

namespace netioconf::conformance::mutants {
namespace {

// A row between guard bytes.
template <class Row>
class Fenced {
 public:
  explicit Fenced(const Row& row) {
    std::memcpy(bytes_.data() + fence, static_cast<const void*>(&row), sizeof(row));
  }
  Row* row() { return reinterpret_cast<Row*>(bytes_.data() + fence); }
  const auto& bytes() const { return bytes_; }

 private:
  static constexpr std::size_t fence = 16;
  alignas(8) std::array<unsigned char, fence + sizeof(Row) + fence> bytes_{};
};

class Run {
 public:
  explicit Run(const emulator::Behaviour& behaviour) : behaviour_(behaviour) {}

  // A digest of everything that the caller saw up to the end of this episode.
  std::size_t perform(unsigned episode);

 private:
  static constexpr unsigned calls = 24;
  static constexpr ULONG most_rows = 4096;  // Larger tables are not read.

  void call(emulator::Emulator& emulator);
  void call_on_route(emulator::Emulator& emulator, unsigned which);
  void call_on_anycast(emulator::Emulator& emulator, unsigned which);
  void call_best_route(emulator::Emulator& emulator);
  void call_interface(emulator::Emulator& emulator);
  void call_notify(emulator::Emulator& emulator);
  void show_tables(emulator::Emulator& emulator, ADDRESS_FAMILY family);

  template <class Value>
  void show(const Value& value) {
    const std::string_view bytes{reinterpret_cast<const char*>(&value), sizeof(value)};
    digest_ = digest_ * 31 + std::hash<std::string_view>{}(bytes);
  }
  template <class Table>
  void show_table(const Table* table) {
    show(table == nullptr);
    if (table == nullptr) return;
    show(table->NumEntries);
    if (most_rows < table->NumEntries) return;
    for (const auto& row : std::span(table->Table, table->NumEntries)) show(row);
  }
  static void on_change(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type);

  emulator::Behaviour behaviour_;
  RowPool pool_;
  std::size_t digest_ = 0;
  HANDLE registration_ = nullptr;
  bool listening_ = false;
};

// The context is the Run. If a mutant loses it, the callback records nothing.
void Run::on_change(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
  if (context == nullptr) return;
  auto& run = *static_cast<Run*>(context);
  run.show(type);
  run.show(row == nullptr);
  if (row != nullptr) run.show(*row);
}

void Run::call_on_route(emulator::Emulator& emulator, unsigned which) {
  const MIB_IPFORWARD_ROW2 row = pool_.route();
  Fenced fenced(row);
  MIB_IPFORWARD_ROW2* argument = pool_.below(40) == 0 ? nullptr : fenced.row();
  if (which == 0) {
    pool_.remember(row);
    show(emulator.create_route(argument));
  }
  if (which == 1) show(emulator.set_route(argument));
  if (which == 2) show(emulator.get_route(argument));
  if (which == 3) show(emulator.delete_route(argument));
  if (which == 4) emulator.initialize_route(argument);
  show(fenced.bytes());
}

void Run::call_on_anycast(emulator::Emulator& emulator, unsigned which) {
  const MIB_ANYCASTIPADDRESS_ROW row = pool_.anycast();
  Fenced fenced(row);
  MIB_ANYCASTIPADDRESS_ROW* argument = pool_.below(40) == 0 ? nullptr : fenced.row();
  if (which == 0) {
    pool_.remember(row);
    show(emulator.create_anycast(argument));
  }
  if (which == 1) show(emulator.get_anycast(argument));
  if (which == 2) show(emulator.delete_anycast(argument));
  show(fenced.bytes());
}

void Run::call_best_route(emulator::Emulator& emulator) {
  NET_LUID luid{};
  std::uint32_t index = 0;
  if (pool_.below(3) != 0) pool_.name_link(luid.Value, index);
  const SOCKADDR_INET destination = pool_.address(pool_.family());
  MIB_IPFORWARD_ROW2 best{};
  SOCKADDR_INET source{};
  show(emulator.best_route(&luid, index, nullptr, pool_.rarely() ? nullptr : &destination, 0, &best,
                           &source));
  show(best);
  show(source);
}

void Run::call_interface(emulator::Emulator& emulator) {
  MIB_IPINTERFACE_ROW row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.Family = pool_.family();
  pool_.name_link(row.InterfaceLuid.Value, row.InterfaceIndex);
  Fenced fenced(row);
  show(emulator.get_link(pool_.rarely() ? nullptr : fenced.row()));
  show(fenced.bytes());
}

void Run::call_notify(emulator::Emulator& emulator) {
  const auto initial = static_cast<BOOLEAN>(pool_.below(2));
  const std::uint16_t asked =
      pool_.rarely() ? pool_.family()
                     : pool_.one_of({emulator::unspecified, emulator::ipv4, emulator::ipv6});
  if (listening_) {
    show(emulator.cancel_notification(registration_));
  } else {
    show(emulator.notify_route_change(asked, &Run::on_change, this, initial, &registration_));
    show(registration_ == nullptr);
  }
  listening_ = !listening_ && registration_ != nullptr;
}

void Run::show_tables(emulator::Emulator& emulator, ADDRESS_FAMILY family) {
  MIB_IPFORWARD_TABLE2* routes = nullptr;
  show(emulator.route_table(family, pool_.rarely() ? nullptr : &routes));
  show_table(routes);
  emulator.free_table(routes);
  MIB_ANYCASTIPADDRESS_TABLE* anycasts = nullptr;
  show(emulator.anycast_table(family, pool_.rarely() ? nullptr : &anycasts));
  show_table(anycasts);
  emulator.free_table(anycasts);
}

void Run::call(emulator::Emulator& emulator) {
  const unsigned which = pool_.below(20);
  if (which < 5) return call_on_route(emulator, 0);
  if (which < 10) return call_on_route(emulator, which - 5);
  if (which < 12) return call_on_anycast(emulator, 0);
  if (which < 15) return call_on_anycast(emulator, which - 12);
  if (which < 17) return call_best_route(emulator);
  if (which == 17) return call_interface(emulator);
  if (which == 18) return call_notify(emulator);
  show_tables(emulator, pool_.rarely()
                            ? pool_.family()
                            : pool_.one_of({emulator::unspecified, emulator::ipv4, emulator::ipv6}));
}

std::size_t Run::perform(unsigned episode) {
  emulator::Emulator emulator(pool_.host(episode), behaviour_, [] { return std::uint64_t{1000}; });
  listening_ = false;
  pool_.begin(episode);
  registration_ = nullptr;
  for (unsigned i = 0; i < calls; ++i) {
    call(emulator);
    if (i % 4 == 3) show_tables(emulator, emulator::unspecified);
  }
  return digest_;
}

}  // namespace

bool behave_differently(const emulator::Behaviour& left, const emulator::Behaviour& right) {
  constexpr unsigned episodes = 4000;
  Run left_run(left);
  Run right_run(right);
  for (unsigned episode = 0; episode < episodes; ++episode) {
    if (left_run.perform(episode) != right_run.perform(episode)) return true;
  }
  return false;
}

}  // namespace netioconf::conformance::mutants
