#include "conformance/execution/shrink/hosts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "conformance/execution/shrink/numbers.h"
#include "corpora/codec/codec.h"
#include "oracle/model/fields.h"

namespace netioconf::conformance::execution::shrink {
namespace {

using oracle::Link;

// The number of links that are tried as a replacement for another one. They include the default link, or
// a link that gets its name.
constexpr std::size_t stand_ins = 2;

// Added to the LUID and index of a link that gets a new name. The result must be a name that no link has
// and no script uses.
constexpr std::uint32_t new_names = 0x4000;

const oracle::Host& whole_machine() {
  static const oracle::Host host = oracle::plain_host();
  return host;
}

template <class Name>
void rename(Name& name, Name from, Name to) {
  if (name == from) name = to;
}

void rename_in(std::vector<oracle::Operation>& operations, const Link& from, const Link& to) {
  for (oracle::Operation& operation : operations) {
    oracle::edit_link_name(operation, [&](std::uint64_t& luid, std::uint32_t& index) {
      rename(luid, from.luid, to.luid);
      rename(index, from.index, to.index);
    });
  }
}

oracle::Script without_link(const oracle::Script& script, std::size_t position) {
  oracle::Script result = script;
  result.host.links.erase(result.host.links.begin() + static_cast<std::ptrdiff_t>(position));
  return result;
}

// Gives a link the default name, unless another link has that name.
void add_default_name(const oracle::Script& script, std::size_t position,
                      std::vector<oracle::Script>& candidates) {
  const Link by_default = oracle::plain_host().links.front();
  const auto has_it = [&](const Link& link) {
    return link.luid == by_default.luid || link.index == by_default.index;
  };
  const auto& links = script.host.links;
  if (std::ranges::any_of(links, has_it)) return;
  oracle::Script candidate = script;
  rename_in(candidate.operations, links[position], by_default);
  candidate.host.links[position].luid = by_default.luid;
  candidate.host.links[position].index = by_default.index;
  candidates.push_back(std::move(candidate));
}

}  // namespace

std::vector<oracle::Script> without_a_link(const oracle::Script& script) {
  std::vector<oracle::Script> candidates;
  if (script.host == oracle::plain_host()) return candidates;
  for (std::size_t position = script.host.links.size(); position-- > 0;) {
    candidates.push_back(without_link(script, position));
  }
  return candidates;
}

std::vector<oracle::Script> with_links_renamed(const oracle::Script& script) {
  std::vector<oracle::Script> candidates;
  const auto& links = script.host.links;
  for (std::size_t position = links.size(); position-- > 0;) {
    for (std::size_t other = 0; other < std::min(stand_ins, links.size()); ++other) {
      if (other == position) continue;
      oracle::Script candidate = without_link(script, position);
      rename_in(candidate.operations, links[position], links[other]);
      candidates.push_back(std::move(candidate));
    }
    add_default_name(script, position, candidates);
  }
  return candidates;
}

std::vector<oracle::Script> with_in_front(const oracle::Script& earlier, const oracle::Script& later) {
  std::vector<oracle::Script> candidates = {joined(earlier, later)};
  if (earlier.host == later.host) return candidates;
  candidates.push_back(candidates.front());
  candidates.back().host = earlier.host;
  if (earlier.host.links.size() + later.host.links.size() > corpora::codec::link_count_max)
    return candidates;
  oracle::Script renamed = earlier;
  for (Link& link : renamed.host.links) {
    const Link before = link;
    link.luid += new_names;
    link.index += new_names;
    rename_in(renamed.operations, before, link);
  }
  oracle::Script both = joined(renamed, later);
  both.host.links.insert(both.host.links.end(), renamed.host.links.begin(), renamed.host.links.end());
  for (const oracle::Host& stacks : {whole_machine(), later.host, earlier.host}) {
    both.host.ipv4 = stacks.ipv4;
    both.host.ipv6 = stacks.ipv6;
    candidates.push_back(both);
  }
  return candidates;
}

}  // namespace netioconf::conformance::execution::shrink
