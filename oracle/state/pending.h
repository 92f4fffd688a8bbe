#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "oracle/state/step_outcome.h"

namespace netioconf::oracle::state {

// MIB_NOTIFICATION_TYPE, by its names: NotifyRouteChange2, Remarks.
inline constexpr std::uint32_t parameter_notification = 0;
inline constexpr std::uint32_t add_instance = 1;
inline constexpr std::uint32_t delete_instance = 2;
inline constexpr std::uint32_t initial_notification = 3;

struct NotificationType {
  std::uint32_t number;
  std::string_view name;
  std::string_view says;
};
inline constexpr std::array notification_types = {
    NotificationType{parameter_notification, "MibParameterNotification", "a route was changed"},
    NotificationType{add_instance, "MibAddInstance", "a route was added"},
    NotificationType{delete_instance, "MibDeleteInstance", "a route was removed"},
    NotificationType{initial_notification, "MibInitialNotification",
                     "the registration is confirmed; there is no route"}};

enum class Arrival : std::uint8_t { must_come, must_come_when_read, may_come };

// Adds a pending callback for each registration for the route's family. Adds no edit if there is no such
// registration.
void announce(const State& state, const RouteKey& key, std::uint32_t index, std::uint32_t type,
              Arrival arrival, StepOutcome& outcome);

// Removes a route whose valid lifetime is over, and adds the callbacks that it causes.
void expire(const State& state, const Host& host, const RouteKey& key, Arrival arrival,
            StepOutcome& outcome);

// After the table of a family was read: the callbacks about routes that it would have must come.
void promise_what_was_read(const State& state, std::uint16_t family, StepOutcome& outcome);

}  // namespace netioconf::oracle::state
