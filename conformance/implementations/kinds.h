#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "conformance/implementations/api/implementation_name.h"
#include "conformance/implementations/api/implementation_options.h"

namespace netioconf::conformance::implementations {

// The commands whose help shows a kind, and which take it. `nowhere` has a remedy of its own.
enum class ShownIn : std::uint8_t { nowhere, all_but_campaigns, all };

// A row of the table of kinds.
struct ImplementationKind {
  // As help shows it: the name of the kind, then :ARGUMENT or, if that can be left out, [:ARGUMENT].
  // Several forms of one kind are separated by ", ".
  std::string_view form;
  std::string_view explanation;  // what help adds to the form; may be empty
  ShownIn shown_in = ShownIn::all;
  // What an argument begins with, up to a colon; empty: anything.
  std::span<const std::string_view> first_words;
  MadeTransport (*make)(const ImplementationName& name, const ImplementationOptions& options);
  bool runs_foreign_code = false;  // or a mutant in this process, which such code can end
  bool is_reentrant = false;       // several can be called at the same time and always return
  bool has_known_list = false;     // it belongs to this project, as does its list of known deviations
};

// Reads a name that --implementation takes. The error is one line that lists the kinds.
[[nodiscard]] std::expected<ImplementationName, std::string> parse_name(const std::string& text);

// The row of a name.
[[nodiscard]] const ImplementationKind& kind_of(const ImplementationName& name);

// Whether this machine can have an implementation of that name.
[[nodiscard]] bool can_be_here(const std::string& text);

// Reaches the implementation of that name. The error is one line: what, where and the remedy.
[[nodiscard]] MadeTransport make_transport(const ImplementationName& name,
                                           const ImplementationOptions& options);

// The name of an implementation's committed list of known deviations, without the extension of the file:
// "emulated-literal". nullopt if the implementation does not belong to this project, as a library or the
// name in a recorded trace may not.
[[nodiscard]] std::optional<std::string> known_list_name_of(const std::string& text);

// Why no campaign tests an implementation, in one line; empty: one can.
[[nodiscard]] std::string problem_for_campaigns(const ImplementationName& name);

// The help of --implementation.
[[nodiscard]] std::string kinds_help();
[[nodiscard]] std::string kinds_help_for_campaigns();

}  // namespace netioconf::conformance::implementations
