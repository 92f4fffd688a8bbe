#pragma once

#include "oracle/model/calls.h"
#include "oracle/readings/reading.h"

// How a question is written down: question<HostBits>("host-bits", "What happens ...?", subjects,
// answers).
namespace netioconf::oracle::readings {

// A reading whose answers are the enumerators of `Choice`, in their order.
template <class Choice>
struct Question : Reading {
  using Answers = Choice;
};

// The subjects for which Windows is known, or may be, to give an answer: all or none, but for those that
// are listed.
struct OnWindows {
  bool others = false;
  Subjects listed = {};
};
inline constexpr OnWindows on_windows{.others = true};
inline constexpr OnWindows not_on_windows{.others = false};

template <class... Names>
[[nodiscard]] consteval OnWindows on_windows_only_for(Names... names) {
  return {false, {std::string_view{names}...}};
}
template <class... Names>
[[nodiscard]] consteval OnWindows on_windows_except_for(Names... names) {
  return {true, {std::string_view{names}...}};
}

// Bit n is set if the answer is open for subject n. A listed name that is no subject does not compile.
[[nodiscard]] consteval std::uint32_t open_subjects(const Subjects& subjects, const OnWindows& windows) {
  std::uint32_t open = 0;
  std::size_t found = 0;
  for (std::size_t subject = 0; subject < subjects.size(); ++subject) {
    bool is_listed = false;
    for (const std::string_view name : windows.listed)
      is_listed = is_listed || name == subjects[subject];
    found += is_listed ? 1U : 0U;
    if (is_listed != windows.others) open |= 1U << subject;
  }
  if (found != windows.listed.size()) throw "a listed name is no subject";
  return open;
}

// An answer with its enumerator.
template <class Choice>
struct TypedAnswer {
  Choice is;
  std::string_view id;
  Basis basis = Basis::documented;
  OnWindows windows;
  std::string_view source;
};

template <class Choice>
using TypedAnswers = ShortList<TypedAnswer<Choice>, 8>;

// Answers that are not in the order of their enumerators do not compile.
template <class Choice>
consteval ShortList<Answer, 8> untyped(const Subjects& subjects, const TypedAnswers<Choice>& answers) {
  ShortList<Answer, 8> list{};
  for (const TypedAnswer<Choice>& answer : answers) {
    if (static_cast<std::size_t>(answer.is) != list.size()) throw "an answer is out of order";
    list.append({answer.id, answer.basis, open_subjects(subjects, answer.windows), answer.source});
  }
  return list;
}

template <class Choice>
consteval Question<Choice> question(std::string_view id, std::string_view asks, Subjects subjects,
                                    TypedAnswers<Choice> answers) {
  return {{.id = id, .asks = asks, .subjects = subjects, .answers = untyped(subjects, answers)}};
}

inline constexpr Subjects one_subject = {""};

template <class... Calls>
consteval Subjects calls(Calls... some) {
  return {function_name(some)...};
}

template <class... Names>
consteval Subjects members(Names... names) {
  return {std::string_view{names}...};
}

inline constexpr Basis documented = Basis::documented;
inline constexpr Basis observed = Basis::observed;

enum class Permission : std::uint8_t { accepted, refused };
// For a page that does not list an error but requires a valid member, without a definition of valid.
inline constexpr TypedAnswers<Permission> permitted_or_refused = {
    {Permission::accepted, "accepted", documented, on_windows,
     "The page's Return value does not list it as an error."},
    {Permission::refused, "refused", documented, on_windows,
     "The page's Remarks: the member must be valid, which is not defined."}};

}  // namespace netioconf::oracle::readings
