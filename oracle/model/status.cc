#include "oracle/model/status.h"

#include <algorithm>
#include <array>

namespace netioconf::oracle::inline model {
namespace {

struct Number {
  std::string_view name;
  std::uint32_t number;
  Status meaning;
};

// Both forms of the statuses that the documents name, as RtlNtStatusToDosError maps them, with the
// NTSTATUS first. Two NTSTATUS values mean ERROR_OBJECT_ALREADY_EXISTS.
constexpr std::array numbers = {
    Number{"STATUS_SUCCESS", 0x00000000, Status::success},
    Number{"NO_ERROR", 0, Status::success},
    Number{"ERROR_SUCCESS", 0, Status::success},
    Number{"STATUS_INVALID_PARAMETER", 0xC000000D, Status::invalid_parameter},
    Number{"ERROR_INVALID_PARAMETER", 87, Status::invalid_parameter},
    Number{"STATUS_NOT_FOUND", 0xC0000225, Status::not_found},
    Number{"ERROR_NOT_FOUND", 1168, Status::not_found},
    Number{"STATUS_NOT_SUPPORTED", 0xC00000BB, Status::not_supported},
    Number{"ERROR_NOT_SUPPORTED", 50, Status::not_supported},
    Number{"STATUS_DUPLICATE_OBJECTID", 0xC000022A, Status::object_already_exists},
    Number{"STATUS_OBJECTID_EXISTS", 0xC000022B, Status::object_already_exists},
    Number{"ERROR_OBJECT_ALREADY_EXISTS", 5010, Status::object_already_exists},
    Number{"STATUS_OBJECT_NAME_NOT_FOUND", 0xC0000034, Status::file_not_found},
    Number{"ERROR_FILE_NOT_FOUND", 2, Status::file_not_found},
    Number{"STATUS_INVALID_HANDLE", 0xC0000008, Status::invalid_handle},
    Number{"ERROR_INVALID_HANDLE", 6, Status::invalid_handle},
    Number{"STATUS_NO_MEMORY", 0xC0000017, Status::not_enough_memory},
    Number{"STATUS_INSUFFICIENT_RESOURCES", 0xC000009A, Status::not_enough_memory},
    Number{"ERROR_NOT_ENOUGH_MEMORY", 8, Status::not_enough_memory},
    Number{"STATUS_ACCESS_DENIED", 0xC0000022, Status::access_denied},
    Number{"ERROR_ACCESS_DENIED", 5, Status::access_denied},
    Number{"STATUS_NETWORK_UNREACHABLE", 0xC000023C, Status::network_unreachable},
    Number{"ERROR_NETWORK_UNREACHABLE", 1231, Status::network_unreachable},
};

// Negative errno values as Linux returns them. No NTSTATUS value is that close to 2^32.
constexpr std::array errno_numbers = {
    Number{"EINVAL", 0U - 22, Status::invalid_parameter},
    Number{"ESRCH", 0U - 3, Status::not_found},
    Number{"ENODEV", 0U - 19, Status::not_found},
    Number{"EOPNOTSUPP", 0U - 95, Status::not_supported},
    Number{"EAFNOSUPPORT", 0U - 97, Status::not_supported},
    Number{"EEXIST", 0U - 17, Status::object_already_exists},
    Number{"ENOENT", 0U - 2, Status::file_not_found},
    Number{"EBADF", 0U - 9, Status::invalid_handle},
    Number{"ENOMEM", 0U - 12, Status::not_enough_memory},
    Number{"ENOBUFS", 0U - 105, Status::not_enough_memory},
    Number{"EPERM", 0U - 1, Status::access_denied},
    Number{"EACCES", 0U - 13, Status::access_denied},
    Number{"ENETUNREACH", 0U - 101, Status::network_unreachable},
};

constexpr std::array<std::string_view, status_count> names = {
    "success",        "invalid_parameter", "not_found",         "not_supported", "object_already_exists",
    "file_not_found", "invalid_handle",    "not_enough_memory", "access_denied", "network_unreachable",
    "other",
};

// HRESULT_FROM_WIN32: 0x8007 in the upper half, the Win32 code in the lower.
constexpr std::uint32_t without_hresult(std::uint32_t number) {
  return (number >> 16) == 0x8007 && number != 0x80070000 ? number & 0xffff : number;
}

}  // namespace

Status meaning_of(std::uint32_t number) {
  const std::uint32_t plain = without_hresult(number);
  for (const Number& known : numbers) {
    if (known.number == plain) return known.meaning;
  }
  for (const Number& known : errno_numbers) {
    if (known.number == number) return known.meaning;
  }
  return Status::other;
}

std::optional<Status> status_named(std::string_view name) {
  const auto plain = std::find(names.begin(), names.end(), name);
  if (plain != names.end()) return static_cast<Status>(plain - names.begin());
  for (const Number& known : numbers) {
    if (known.name == name) return known.meaning;
  }
  for (const Number& known : errno_numbers) {
    if (known.name == name) return known.meaning;
  }
  return std::nullopt;
}

std::uint32_t ntstatus_of(Status status) {
  for (const Number& known : numbers) {
    if (known.meaning == status) return known.number;
  }
  return 0xC0000001;  // STATUS_UNSUCCESSFUL
}

std::string_view name_of(Status status) { return names[static_cast<std::size_t>(status)]; }

std::vector<std::string_view> names_in(StatusSet statuses) {
  std::vector<std::string_view> found;
  for (std::size_t i = 0; i < status_count; ++i) {
    const auto status = static_cast<Status>(i);
    if (statuses.contains(status)) found.push_back(name_of(status));
  }
  return found;
}

}  // namespace netioconf::oracle::inline model
