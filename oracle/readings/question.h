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

// An answer with its enumerator.
template <class Choice>
struct TypedAnswer {
  Choice is;
  std::string_view id;
  Basis basis = Basis::documented;
  bool windows = false;
  std::string_view source;
};

template <class Choice>
using TypedAnswers = ShortList<TypedAnswer<Choice>, 8>;

// Answers that are not in the order of their enumerators do not compile.
template <class Choice>
consteval ShortList<Answer, 8> untyped(const TypedAnswers<Choice>& answers) {
  ShortList<Answer, 8> list{};
  for (const TypedAnswer<Choice>& answer : answers) {
    if (static_cast<std::size_t>(answer.is) != list.size()) throw "an answer is out of order";
    list.append({answer.id, answer.basis, answer.windows, answer.source});
  }
  return list;
}

template <class Choice>
consteval Question<Choice> question(std::string_view id, std::string_view asks, Subjects subjects,
                                    TypedAnswers<Choice> answers) {
  return {{.id = id, .asks = asks, .subjects = subjects, .answers = untyped(answers)}};
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
inline constexpr bool on_windows = true;  // open under the profile `windows`
inline constexpr bool not_on_windows = false;

enum class Permission : std::uint8_t { accepted, refused };
// For a page that does not list an error but requires a valid member, without a definition of valid.
inline constexpr TypedAnswers<Permission> permitted_or_refused = {
    {Permission::accepted, "accepted", documented, on_windows,
     "The page's Return value does not list it as an error."},
    {Permission::refused, "refused", documented, on_windows,
     "The page's Remarks: the member must be valid, which is not defined."}};

}  // namespace netioconf::oracle::readings
