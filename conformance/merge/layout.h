#pragma once

// What is in the folder that netioconf merge writes, besides the files of a report. The folder of a
// campaign has `scripts` and `corpus` too.
namespace netioconf::conformance::merge {

inline constexpr const char* parts_folder = "parts";  // the merged reports, one file each
inline constexpr const char* scripts_folder = "scripts";
inline constexpr const char* corpus_folder = "corpus";
inline constexpr const char* traces_folder = "traces";

}  // namespace netioconf::conformance::merge
