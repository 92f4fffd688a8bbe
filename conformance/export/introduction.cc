#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "conformance/export/body.h"
#include "corpora/codec/codec.h"
#include "corpora/text/text.h"
#include "oracle/rules/catalogue.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::exporting {
namespace {

void add_rule(const std::string& name, std::vector<std::string>& lines) {
  const oracle::Rule* rule = oracle::rules::find_rule(name.substr(0, name.find('/')));
  if (rule == nullptr) return;
  lines.push_back(fmt::format("Rule    {}: {}", rule->id, rule->says));
  lines.push_back(fmt::format("Page    {}, {}", rule->source.page, rule->source.section));
}

void add_questions(const Reproduction& reproduction, std::vector<std::string>& lines) {
  std::set<std::string_view> ids;
  for (const ReproducedStep& step : reproduction.steps) {
    for (const std::string_view id : step.because) ids.insert(oracle::rules::find_rule(id)->reading);
  }
  ids.erase("");
  for (const std::string_view id : ids) {
    lines.push_back(fmt::format("Open    {}: {}", id, oracle::readings::find_reading(id)->asks));
  }
}

void add_lines(const std::string& text, std::vector<std::string>& lines) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

// Whether the prefix is reserved for documentation, benchmarks or tests. Link-local and multicast
// prefixes count too, because they affect no other network.
bool is_reserved(const oracle::SocketAddress& address, std::uint8_t length) {
  struct Reserved {
    oracle::SocketAddress address;
    std::uint8_t length;
  };
  static const Reserved reserved[] = {{oracle::ipv4(192, 0, 2, 0), 24},
                                      {oracle::ipv4(198, 51, 100, 0), 24},
                                      {oracle::ipv4(203, 0, 113, 0), 24},
                                      {oracle::ipv4(198, 18, 0, 0), 15},
                                      {oracle::ipv6(0x20010db800000000, 0), 32}};
  if (!oracle::is_ip(address.family)) return true;  // No stack routes it.
  return std::any_of(std::begin(reserved), std::end(reserved), [&](const Reserved& each) {
    return address.family == each.address.family && length >= each.length &&
           oracle::masked(oracle::bare(address), each.length) == each.address;
  });
}

}  // namespace

std::vector<std::string> introduction(const Reproduction& reproduction) {
  std::vector<std::string> lines;
  lines.push_back(reproduction.script.name);
  lines.emplace_back();
  add_lines(reproduction.comment, lines);
  if (!reproduction.comment.empty()) lines.emplace_back();
  add_lines(corpora::text::print(corpora::codec::encode(reproduction.script)), lines);
  lines.emplace_back();
  add_rule(reproduction.script.name, lines);
  add_questions(reproduction, lines);
  lines.push_back(fmt::format("Profile {}", oracle::readings::name_of(reproduction.profile)));
  lines.emplace_back("Licence 0BSD: any use of this file is allowed, without conditions or warranty");
  return lines;
}

bool only_reserved_addresses(const oracle::Script& script) {
  for (const oracle::Operation& operation : script.operations) {
    const auto* route = std::get_if<oracle::RouteCall>(&operation);
    if (route != nullptr && route->row && route->call == oracle::Call::create_route &&
        !is_reserved(route->row->destination.address, route->row->destination.length)) {
      return false;
    }
    const auto* anycast = std::get_if<oracle::AnycastCall>(&operation);
    if (anycast != nullptr && anycast->row && !is_reserved(anycast->row->address, 128)) return false;
  }
  return true;
}

std::string host_members(const oracle::Host& host, const Dialect& dialect) {
  std::string links;
  for (const oracle::Link& link : host.links) {
    links += fmt::format("{}{{0x{:x}{}, {}, {:d}, {:d}, {:d}, {:d}, {}, {}}}", links.empty() ? "" : ", ",
                         link.luid, dialect.long_number, link.index, link.ipv4, link.ipv6, link.routes,
                         link.loopback, link.ipv4_metric, link.ipv6_metric);
  }
  if (links.empty()) links = "{0, 0, 0, 0, 0, 0, 0, 0}";
  return fmt::format("0, {:d}, {:d}, {}, {{{}}}", host.ipv4, host.ipv6, host.links.size(), links);
}

}  // namespace netioconf::conformance::exporting
