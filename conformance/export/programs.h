#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "conformance/export/reproduction.h"

namespace netioconf::conformance {

// Programs that stand alone, repeat a script and say whether what they saw is allowed. Their exit status
// is that of netioconf: 0 conforms, 1 deviates, 2 undecided or could not run.

// For Windows and its headers; elsewhere for a header with the documented names.
[[nodiscard]] std::string c_program(const Reproduction& reproduction);

// A GoogleTest for an implementation's own suite.
[[nodiscard]] std::string gtest_program(const Reproduction& reproduction);

// P/Invoke, by C# that PowerShell compiles; and that C# alone.
[[nodiscard]] std::string powershell_program(const Reproduction& reproduction);
[[nodiscard]] std::string csharp_program(const Reproduction& reproduction);

// iproute2 in a network namespace of its own, for what Linux has. The error says in one line what it
// hasn't.
[[nodiscard]] std::expected<std::string, std::string> ip_program(const Reproduction& reproduction);

// By the form's name, as `netioconf export --as` takes it; the script itself is none of these.
[[nodiscard]] std::expected<std::string, std::string> program_as(std::string_view form,
                                                                 const Reproduction& reproduction);

// What the first two are made of, for those who put many scripts into one program: the machinery, and a
// function `static void NAME(void)` with the machine that it asks for, `NAME_host`.
[[nodiscard]] std::string c_machinery();
[[nodiscard]] std::string c_function(const Reproduction& reproduction, const std::string& name);
// The same, and a test that calls it.
[[nodiscard]] std::string gtest_function(const Reproduction& reproduction, const std::string& name);

}  // namespace netioconf::conformance
