#include "conformance/emulator/exports/injected.h"

namespace netioconf::conformance::emulator::exports {
namespace {

bool needs_elevation(Call call) {
  return call == Call::route_create || call == Call::route_set || call == Call::route_delete ||
         call == Call::anycast_create || call == Call::anycast_delete;
}

}  // namespace

bool InjectedStatuses::answer(Call call, std::uint32_t nth, std::uint32_t status) {
  const std::lock_guard lock(mutex_);
  return planned_[call].emplace(calls_[call] + nth, status).second;
}

void InjectedStatuses::set_elevated(bool elevated) {
  const std::lock_guard lock(mutex_);
  elevated_ = elevated;
}

void InjectedStatuses::delay_link(std::uint64_t luid, std::uint32_t calls) {
  const std::lock_guard lock(mutex_);
  delays_[luid] = calls;
  if (calls == 0) delays_.erase(luid);
}

void InjectedStatuses::clear() {
  const std::lock_guard lock(mutex_);
  planned_.clear();
  delays_.clear();
  elevated_ = true;
}

bool InjectedStatuses::delays_links() const {
  const std::lock_guard lock(mutex_);
  return !delays_.empty();
}

std::optional<std::uint32_t> InjectedStatuses::next(Call call, std::uint64_t luid,
                                                    const Behaviour& behaviour) {
  const std::lock_guard lock(mutex_);
  if (const auto planned = planned_[call].extract(++calls_[call])) return planned.mapped();
  if (!elevated_ && needs_elevation(call)) return behaviour.number(call, Status::access_denied);
  const auto delayed = delays_.find(luid);
  if (delayed == delays_.end()) return std::nullopt;
  if (--delayed->second == 0) delays_.erase(delayed);
  return behaviour.number(call, Status::not_found);
}

}  // namespace netioconf::conformance::emulator::exports
