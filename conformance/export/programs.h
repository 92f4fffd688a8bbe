#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "conformance/export/body.h"
#include "conformance/export/reproduction.h"

namespace netioconf::conformance::exporting {

// Standalone programs that repeat a script and report whether the answers are allowed. Their exit status
// is that of netioconf: 0 conforms, 1 deviates, 2 undecided or could not run.

// What only netioconf can set up for a script, in one line; empty: a program can do it all.
[[nodiscard]] std::string why_no_program(const oracle::Script& script);

// A C program for Windows and its headers, or elsewhere for a header with the documented names.
[[nodiscard]] std::string c_program(const Reproduction& reproduction);

// A GoogleTest for an implementation's own suite.
[[nodiscard]] std::string gtest_program(const Reproduction& reproduction);

// A PowerShell program with P/Invoke in C# that PowerShell compiles; and that C# code alone.
[[nodiscard]] std::string powershell_program(const Reproduction& reproduction);
[[nodiscard]] std::string csharp_program(const Reproduction& reproduction);

// A program with iproute2 in its own network namespace. The error says in one line what Linux lacks.
[[nodiscard]] std::expected<std::string, std::string> ip_program(const Reproduction& reproduction);

// The program in the form that `netioconf export --as` names, except textproto.
[[nodiscard]] std::expected<std::string, std::string> program_as(std::string_view form,
                                                                 const Reproduction& reproduction);

// The parts of the first two, for a program with many scripts: the machinery, and a function
// `static void NAME(void)` with its machine `NAME_host`.
[[nodiscard]] std::string c_machinery();
[[nodiscard]] std::string c_function(const Reproduction& reproduction, const std::string& name,
                                     const BeforeCall& before_call = {});
// The same, and a test that calls it.
[[nodiscard]] std::string gtest_function(const Reproduction& reproduction, const std::string& name);

}  // namespace netioconf::conformance::exporting
