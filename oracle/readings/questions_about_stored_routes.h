#pragma once

#include <array>

#include "oracle/readings/question.h"

// What becomes of the members of a stored route, and of the route as time passes.
namespace netioconf::oracle::readings {

enum class MetricReadBack : std::uint8_t { offset, sum };
inline constexpr auto metric_read_back = question<MetricReadBack>(
    "metric-read-back", "Is the metric read back as the offset or as the sum?", one_subject,
    {{MetricReadBack::offset, "offset", documented, on_windows, "GetIpForwardEntry2, Remarks."},
     {MetricReadBack::sum, "sum", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Remarks: the metric is the cost of the route. Windows: may be adjusted "
      "(claimed)."}});

enum class FlagsReadBack : std::uint8_t { as_given, adjusted };
inline constexpr auto flags_read_back = question<FlagsReadBack>(
    "flags-read-back", "Are the four flags read back as given?", one_subject,
    {{FlagsReadBack::as_given, "as-given", documented, on_windows, "GetIpForwardEntry2, Remarks."},
     {FlagsReadBack::adjusted, "adjusted", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: the flags describe the route, and the default row sets all of "
      "them to TRUE. Windows: properties may be adjusted at insertion (comment in production code)."}});

enum class IllegalProtocol : std::uint8_t { as_given, netmgmt, another };
inline constexpr auto illegal_protocol = question<IllegalProtocol>(
    "illegal-protocol", "What becomes of a Protocol that is no NL_ROUTE_PROTOCOL?",
    members("that of Initialize", "any other"),
    {{IllegalProtocol::as_given, "as-given", documented, on_windows,
      "CreateIpForwardEntry2, Return value: not listed as an error."},
     {IllegalProtocol::netmgmt, "netmgmt", documented, on_windows,
      "InitializeIpForwardEntry, Remarks: the value is illegal; no page says that it is stored. "
      "Windows: -1 reads back as 3, NetMgmt (asserting test; medium)."},
     {IllegalProtocol::another, "another", documented, on_windows_only_for("any other"),
      "InitializeIpForwardEntry, Remarks: the value is illegal; no page says which one is stored."}});

enum class UnusedMetric : std::uint8_t { as_given, automatic, another };
inline constexpr auto unused_metric_read_back = question<UnusedMetric>(
    "unused-metric", "What becomes of a Metric of -1?", one_subject,
    {{UnusedMetric::as_given, "as-given", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: -1 means that the metric is not used."},
     {UnusedMetric::automatic, "automatic", documented, on_windows,
      "InitializeIpForwardEntry, Remarks: the value is illegal; no page says that it is stored. "
      "Windows: probably 256 (inference; weak)."},
     {UnusedMetric::another, "another", documented, not_on_windows,
      "InitializeIpForwardEntry, Remarks: the value is illegal; no page says which one is stored."}});

// Subjects of the next question.
enum class UnsetMember : std::uint8_t { protocol, metric };
enum class UnsetInSet : std::uint8_t { stored, left_alone };
inline constexpr auto unset_member_in_set = question<UnsetInSet>(
    "unset-member-in-set", "Does Set change a member that has the illegal value of Initialize?",
    members("protocol", "metric"),
    {{UnsetInSet::stored, "stored", documented, on_windows,
      "SetIpForwardEntry2, Remarks: it sets the properties of the route."},
     {UnsetInSet::left_alone, "left-alone", documented, on_windows,
      "InitializeIpForwardEntry, Remarks: the value is illegal, so the caller has set none. The SDK "
      "header: a row for Set is initialized, and the members to change are set."}});

enum class LifetimesReadBack : std::uint8_t { as_given, remaining };
inline constexpr auto lifetimes_read_back = question<LifetimesReadBack>(
    "lifetimes-read-back", "Are lifetimes read back as given or as what is left of them?",
    members("valid lifetime", "preferred lifetime"),
    {{LifetimesReadBack::as_given, "as-given", documented, on_windows, "GetIpForwardEntry2, Remarks."},
     {LifetimesReadBack::remaining, "remaining", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: the time for which the route is valid."}});

enum class LastMoment : std::uint8_t { there, gone };
inline constexpr auto last_moment = question<LastMoment>(
    "last-moment", "Does a route exist at the moment when its age equals its valid lifetime?",
    one_subject,
    {{LastMoment::there, "there", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: the maximum time for which it is valid."},
     {LastMoment::gone, "gone", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: that time has passed."}});

enum class ImmortalRoute : std::uint8_t { expires, stays };
inline constexpr auto immortal_route = question<ImmortalRoute>(
    "immortal-route", "Does an immortal route with a finite valid lifetime expire?", one_subject,
    {{ImmortalRoute::expires, "expires", documented, on_windows,
      "MIB_IPFORWARD_ROW2, Members: ValidLifetime."},
     {ImmortalRoute::stays, "stays", documented, on_windows, "MIB_IPFORWARD_ROW2, Members: Immortal."}});

inline constexpr auto questions_about_stored_routes = std::to_array<const Reading*>(
    {&metric_read_back, &flags_read_back, &illegal_protocol, &unused_metric_read_back,
     &unset_member_in_set, &lifetimes_read_back, &last_moment, &immortal_route});

}  // namespace netioconf::oracle::readings
