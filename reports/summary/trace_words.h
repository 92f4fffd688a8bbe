#pragma once

#include <functional>
#include <string>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"
#include "reports/report.pb.h"

// Hosts, steps and their judgements in the words of a report.
namespace netioconf::reports::inline summary {

[[nodiscard]] std::vector<bool> probes_of(const oracle::Trace& trace);

void describe(const oracle::Host& host, HostWords& words);
void describe(const std::vector<oracle::Mismatch>& mismatches,
              google::protobuf::RepeatedPtrField<MismatchWords>& words);

// The place of a step of a script, in words.
using PlaceOf = std::function<std::string(const std::string& script, std::size_t step)>;
void describe(const std::vector<oracle::Evidence>& evidence, const PlaceOf& place_of,
              google::protobuf::RepeatedPtrField<EvidenceWords>& words);

void add_names(oracle::StatusSet statuses, google::protobuf::RepeatedPtrField<std::string>& names);

// The script of a trace in text form, with a comment.
void add_script_text(const oracle::Trace& trace, const std::string& comment,
                     google::protobuf::RepeatedPtrField<Export>& exports);

}  // namespace netioconf::reports::inline summary
