#pragma once

#include "oracle/rules/conditions/refusal.h"

// Failures that several calls share.
namespace netioconf::oracle::rules::inline conditions {

inline constexpr Always is_invalid = fails_with(Status::invalid_parameter);
inline constexpr Always is_not_found = fails_with(Status::not_found);
inline constexpr Always is_not_supported = fails_with(Status::not_supported);
inline constexpr Always already_exists = fails_with(Status::object_already_exists);

inline constexpr auto no_link_is_named = under<readings::neither_luid_nor_index>(
    {{readings::NoLinkNamed::invalid_parameter, Status::invalid_parameter},
     {readings::NoLinkNamed::file_not_found, Status::file_not_found}});

inline constexpr auto link_is_unknown = under<readings::unknown_link_status>(
    {{readings::MissingLink::not_found, Status::not_found},
     {readings::MissingLink::file_not_found, Status::file_not_found}});

template <const auto& question>
inline constexpr auto stack_is_missing =
    under<question>({{readings::MissingStack::not_supported, Status::not_supported},
                     {readings::MissingStack::not_found, Status::not_found}});
inline constexpr auto machine_has_no_stack = stack_is_missing<readings::no_stack_on_the_machine>;
inline constexpr auto link_has_no_stack = stack_is_missing<readings::link_without_that_family>;

// The pages name no status for an entry that does not exist. If such a row is also wrong for another
// reason, either status is allowed.
template <auto subject = nullptr>
inline constexpr auto entry_is_missing = under<readings::missing_entry, subject>(
    {{readings::MissingEntry::not_found, Status::not_found},
     {readings::MissingEntry::invalid_parameter, Status::invalid_parameter},
     {readings::MissingEntry::file_not_found, Status::file_not_found},
     {readings::MissingEntry::not_supported, Status::not_supported},
     {readings::MissingEntry::object_already_exists, Status::object_already_exists},
     {readings::MissingEntry::invalid_handle, Status::invalid_handle},
     {readings::MissingEntry::access_denied, Status::access_denied},
     {readings::MissingEntry::other, Status::other}});

// For a member of which the pages don't say whether it is valid.
template <const auto& question, auto subject = nullptr>
inline constexpr auto may_be_invalid =
    under<question, subject>({{readings::Permission::refused, Status::invalid_parameter}});

inline constexpr Always has_stray_bytes = settled_by<readings::stray_bytes>(Status::invalid_parameter);

}  // namespace netioconf::oracle::rules::inline conditions
