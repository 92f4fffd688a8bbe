#include <gtest/gtest.h>

#include "oracle/testing/judging.h"

namespace netioconf::oracle::rules::steps {
namespace {

const RouteRow row = a_route();

RouteRow an_initialized_row() {
  RouteRow initialized;
  initialized.valid_lifetime_s = infinite_lifetime_s;
  initialized.preferred_lifetime_s = infinite_lifetime_s;
  initialized.site_prefix_length = illegal_site_prefix;
  initialized.metric = unused_metric;
  initialized.protocol = 0xffffffff;
  initialized.loopback = 1;
  initialized.autoconfigure_address = 1;
  initialized.publish = 1;
  initialized.immortal = 1;
  return initialized;
}

Step initialized(const RouteRow& seen) {
  Step step = answered(RouteCall{.call = Call::initialize_route, .row = row}, number::success);
  step.reply.route = seen;
  return step;
}

Verdict initialized_as(const RouteRow& seen) { return last_verdict({initialized(seen)}); }

TEST(InitializeIpForwardEntry, GivesTheMembersTheirDefaults) {
  const RouteRow right = an_initialized_row();
  EXPECT_EQ(initialized_as(right), Verdict::conforms);
  EXPECT_EQ(initialized_as(with(right, &RouteRow::site_prefix_length, 129)), Verdict::conforms);
  EXPECT_EQ(initialized_as(with(right, &RouteRow::metric, 0x80000000)), Verdict::conforms);
  EXPECT_EQ(initialized_as(with(right, &RouteRow::protocol, 0)), Verdict::conforms);
  EXPECT_EQ(allowed({initialized(right)}), StatusSet{Status::success});
}

TEST(InitializeIpForwardEntry, LeavesNoMemberAsItWas) {
  const RouteRow right = an_initialized_row();
  for (const RouteRow& wrong : {
           with(right, &RouteRow::valid_lifetime_s, 0),
           with(right, &RouteRow::preferred_lifetime_s, 0),
           with(right, &RouteRow::loopback, 0),
           with(right, &RouteRow::autoconfigure_address, 0),
           with(right, &RouteRow::publish, 0),
           with(right, &RouteRow::immortal, 0),
           with(right, &RouteRow::site_prefix_length, 128),
           with(right, &RouteRow::metric, 0x7fffffff),
           with(right, &RouteRow::protocol, 3),
           with(right, &RouteRow::protocol, 10006),
           with(right, &RouteRow::luid, first_luid),
           with(right, &RouteRow::index, 1),
           to(right, ipv4(0, 0, 0, 0), 0),
           to(right, no_family, 8),
           via(right, ipv4(0, 0, 0, 0)),
           with(right, &RouteRow::age_s, 1),
           with(right, &RouteRow::origin, 1),
       }) {
    EXPECT_EQ(broken_rule({initialized(wrong)}), "route-initialize.members");
  }
  Step without_row = initialized(right);
  without_row.reply.route.reset();
  EXPECT_EQ(last_verdict({without_row}), Verdict::deviates);
}

Step with_row(Step step, const std::optional<RouteRow>& after) {
  step.reply.route = after;
  return step;
}

TEST(TheCallersRow, IsNotWritten) {
  const RouteRow written = with(row, &RouteRow::age_s, 1);
  EXPECT_EQ(broken_rule({with_row(created(row), written)}), "route.row-untouched");
  EXPECT_EQ(broken_rule({with_row(created(row), std::nullopt)}), "route.row-untouched");
  const RouteRow refusable = to(row, no_family, 0);
  EXPECT_EQ(broken_rule({with_row(refused(refusable, number::invalid_parameter), written)}),
            "route.row-untouched");
  EXPECT_EQ(broken_rule({created(row), with_row(was_set(row), written)}), "route-set.row-untouched");
  EXPECT_EQ(broken_rule({created(row), with_row(removed(row), written)}), "route-delete.row-untouched");
}

TEST(SetIpForwardEntry2, GivesTheRouteItsMembers) {
  const RouteRow changed = with(row, &RouteRow::metric, 7);
  EXPECT_EQ(last_verdict({created(row), was_set(changed), read(row, changed)}), Verdict::conforms);
  EXPECT_EQ(broken_rule({created(row), was_set(changed), read(row, with(row, &RouteRow::metric, 9))}),
            "route-set.metric");
}

TEST(SetIpForwardEntry2, KeepsTheOrigin) {
  const RouteRow seen = with(row, &RouteRow::origin, 2);
  EXPECT_EQ(last_verdict({created(row), read(row, seen), was_set(row), read(row, seen)}),
            Verdict::conforms);
  EXPECT_EQ(broken_rule({created(row), read(row, seen), was_set(row), read(row)}), "route-set.origin");
  Trace trace = trace_of({was_set(row), read(row, seen)});
  trace.initial_routes = {seen};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
  trace.initial_routes = {row};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::deviates);
}

TEST(GetIpForwardEntry2, GivesTheRouteThatWasAskedFor) {
  const RouteRow other = via(row, ipv4(10, 0, 0, 2));
  EXPECT_EQ(last_verdict({created(row), created(other), read(other)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(row), created(other), read(row, other)}), Verdict::deviates);
  Step nothing = read(row);
  nothing.reply.route.reset();
  EXPECT_EQ(last_verdict({created(row), nothing}), Verdict::deviates);
}

TEST(GetIpForwardEntry2, MayGiveThePassedHostBitsBack) {
  const RouteRow asked = to(row, ipv4(10, 0, 0, 9), 8);
  EXPECT_EQ(last_verdict({created(row), read(asked, row)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(row), read(asked, asked)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(row), read(asked, to(row, ipv4(11, 0, 0, 9), 8))}), Verdict::deviates);
  EXPECT_EQ(last_verdict({created(asked), read(asked, asked)}), Verdict::conforms)
      << "and those that the route was created with";
}

TEST(GetIpForwardEntry2, FindsARouteWithHostBitsByWhateverItCompares) {
  const RouteRow made = to(row, ipv4(10, 0, 0, 9), 8);
  EXPECT_EQ(last_verdict({created(made), read(row, row)}), Verdict::conforms) << "masked";
  EXPECT_EQ(last_verdict({created(made), read(row, made)}), Verdict::conforms)
      << "the bits are kept but not compared";
  EXPECT_EQ(last_verdict({created(made), table_of({made}), table_of({row})}), Verdict::deviates)
      << "but the implementation must follow one answer";
}

Finding on_windows(const Steps& steps) {
  return last_finding(trace_of(steps), readings::Profile::windows);
}

TEST(GetIpForwardEntry2, TakesAnyRouteOfTheLinkOnWindows) {
  const RouteRow wildcard = to(row, no_family, 0);
  EXPECT_EQ(on_windows({created(row), read(wildcard, row)}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(row), read(via(row, no_family), row)}).verdict, Verdict::conforms);
  const RouteRow another_network = to(row, ipv4(11, 0, 0, 0), 8);
  EXPECT_EQ(on_windows({created(row), read(wildcard, another_network)}).rule, "route-get.key-members");
  const Step nothing_there = answered(get(wildcard), number::not_found);
  EXPECT_EQ(on_windows({created(row), nothing_there}).verdict, Verdict::conforms)
      << "the oracle does not search the matching routes";
  EXPECT_EQ(last_verdict({created(row), read(wildcard, row)}), Verdict::deviates)
      << "the pages refuse it";
}

TEST(ANextHopOfFamilyZero, IsOnLinkOnWindows) {
  const RouteRow left_out = via(row, no_family);
  const RouteRow on_link = via(row, ipv4(0, 0, 0, 0));
  EXPECT_EQ(on_windows({created(left_out), table_of({on_link})}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(left_out), table_of({left_out})}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(left_out), table_of({row})}).verdict, Verdict::deviates);
  EXPECT_EQ(on_windows({created(left_out), read(on_link, left_out)}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(on_link), read(left_out, on_link)}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(on_link), read(left_out, left_out)}).verdict, Verdict::deviates)
      << "Get fills the row";
  EXPECT_EQ(on_windows({created(on_link), was_set(left_out), read(on_link, left_out)}).verdict,
            Verdict::conforms);
  EXPECT_EQ(on_windows({created(left_out), was_set(on_link), read(on_link, left_out)}).verdict,
            Verdict::conforms);
  EXPECT_EQ(on_windows({created(on_link), read(on_link, left_out)}).verdict, Verdict::deviates);
  EXPECT_EQ(on_windows({created(left_out), read(on_link, row)}).rule, "route.key-members");
}

// The caller leaves out the link, the next hop or both.
TEST(AGetWithoutAWholeKey, FindsARouteThatHasTheRestOnWindows) {
  const RouteRow other = to(via(row, ipv4(10, 0, 0, 2)), ipv4(11, 0, 0, 0), 8);
  const RouteRow anywhere = on(via(row, no_family), 0, 0);
  const Step missing = answered(get(to(anywhere, ipv4(12, 0, 0, 0), 8)), number::not_found);
  EXPECT_EQ(on_windows({created(row), created(other), read(anywhere, row)}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(row), created(other), read(anywhere, other)}).rule,
            "route-get.key-members");
  EXPECT_EQ(on_windows({created(row), answered(get(anywhere), number::not_found)}).verdict,
            Verdict::deviates);
  EXPECT_EQ(on_windows({created(row), missing}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(row), answered(missing.operation, number::file_not_found)}).verdict,
            Verdict::conforms);
  EXPECT_EQ(on_windows({created(row), read(on(row, 0, 0), with(row, &RouteRow::index, 0))}).rule,
            "route.both-identifiers")
      << "the whole row is filled";
  const RouteRow via_another = via(on(row, 0, 0), ipv4(10, 0, 0, 9));
  EXPECT_EQ(on_windows({created(row), read(via_another, row)}).verdict, Verdict::deviates);
  EXPECT_EQ(on_windows({created(row), removed(on(row, 0, 0))}).verdict, Verdict::deviates)
      << "only Get takes such a row";
}

TEST(AGetWithoutAWholeKey, FindsNoRouteOfAnotherLinkOrLengthOnWindows) {
  const auto verdict_without_next_hop = [](const RouteRow& existing) {
    const Step nothing_there = answered(get(via(row, no_family)), number::not_found);
    return last_finding(trace_of({created(existing), nothing_there}, a_host_with_two_links()),
                        readings::Profile::windows)
        .verdict;
  };
  EXPECT_EQ(verdict_without_next_hop(row), Verdict::deviates);
  EXPECT_EQ(verdict_without_next_hop(on(row, second_luid, 2)), Verdict::conforms);
  EXPECT_EQ(verdict_without_next_hop(to(row, ipv4(10, 0, 0, 0), 16)), Verdict::conforms);
}

TEST(AGetWithoutAWholeKey, MayFindARouteThatMayHaveExpired) {
  const RouteRow brief = a_short_lived_route();
  const RouteRow anywhere = on(brief, 0, 0);
  EXPECT_EQ(on_windows({created(brief), read(anywhere, brief)}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({created(brief), answered(get(anywhere), number::not_found)}).verdict,
            Verdict::conforms);
}

// The next hop is a unicast address of the link.
TEST(AnOwnNextHop, IsTheSameInEveryCall) {
  Link link = a_link();
  link.addresses = {{.address = row.next_hop, .length = 8}};
  const Host host = a_host_with(link);
  const RouteRow on_link = via(row, ipv4(0, 0, 0, 0));
  const Step missed = answered(remove(row), number::not_found);
  EXPECT_EQ(last_verdict({created(row), read(row)}, host), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(row), table_of({on_link}), missed, removed(on_link)}, host),
            Verdict::conforms);
  EXPECT_EQ(last_verdict({created(row), table_of({row}), missed}, host), Verdict::deviates);
  EXPECT_EQ(last_verdict({created(row), table_of({row}), removed(on_link)}, host), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(row), table_of({on_link})}), Verdict::deviates)
      << "the link has no such address";
}

// Without a link, the next hop is compared with the addresses of the link of each route.
TEST(AnOwnNextHop, IsFoundWithoutALinkOnWindows) {
  Link link = a_link();
  link.addresses = {{.address = row.next_hop, .length = 8}};
  const RouteRow on_link = via(row, ipv4(0, 0, 0, 0));
  const auto verdict_of = [&](const Step& step) {
    const Step duplicate = refused(on_link, number::already_exists);
    return last_finding(trace_of({created(row), read(row), duplicate, step}, a_host_with(link)),
                        readings::Profile::windows)
        .verdict;
  };
  EXPECT_EQ(verdict_of(read(on(row, 0, 0), row)), Verdict::conforms);
  EXPECT_EQ(verdict_of(read(on(on_link, 0, 0), row)), Verdict::conforms);
  EXPECT_EQ(verdict_of(answered(get(on(row, 0, 0)), number::not_found)), Verdict::deviates);
  EXPECT_EQ(verdict_of(read(on(via(row, ipv4(10, 0, 0, 3)), 0, 0), row)), Verdict::deviates);
}

// Its scope id says nothing about other scope ids: both name the zone of the link.
TEST(AScopeOfTheLink, IsLikeNone) {
  SocketAddress of_link = ipv6(0xfe80000000000000, 1);
  of_link.bytes[22] = 1;
  SocketAddress of_another = of_link;
  of_another.bytes[22] = 2;
  const RouteRow plain = via(an_ipv6_route(), ipv6(0xfe80000000000000, 1));
  EXPECT_EQ(last_verdict({created(plain), read(via(plain, of_link), plain),
                          answered(get(via(plain, of_another)), number::not_found)}),
            Verdict::conforms);
  EXPECT_EQ(last_verdict({created(plain), read(via(plain, of_link), plain),
                          answered(get(via(plain, of_link)), number::not_found)}),
            Verdict::deviates);
}

// The page of Set has no line for a machine without a stack for the family.
TEST(ASetWithoutTheStack, SaysThatThereIsNoneOrThatItIsNotSupported) {
  const Host host = a_host_without(ipv6_family);
  const RouteRow unnamed = on(an_ipv6_route(), 0, 0);
  for (const std::uint32_t status :
       {number::invalid_parameter, number::not_found, number::not_supported}) {
    EXPECT_EQ(last_verdict({answered(set(unnamed), status)}, host), Verdict::conforms) << status;
  }
  EXPECT_EQ(last_verdict({was_set(unnamed)}, host), Verdict::deviates);
  const RouteRow named = on(an_ipv6_route(), first_luid, 0);
  EXPECT_EQ(last_verdict({answered(set(named), number::not_supported)}, host), Verdict::conforms);
  EXPECT_EQ(last_verdict({was_set(named)}, host), Verdict::deviates);
}

TEST(ASetWithoutTheStack, SaysThatThereIsNoneWhateverIsSaidOfAMissingRoute) {
  const Host host = a_host_without(ipv6_family);
  const Step missing = answered(set(a_route()), number::invalid_parameter);
  const Step without_stack = answered(set(an_ipv6_route()), number::not_found);
  EXPECT_EQ(last_verdict({missing, without_stack}, host), Verdict::conforms);
}

TEST(ALookUp, OfTheDefaultRouteIsNoUnusualOne) {
  const RouteRow anywhere = to(row, ipv4(0, 0, 0, 0), 0);
  EXPECT_EQ(on_windows({answered(remove(anywhere), number::invalid_parameter)}).rule,
            "route-delete.missing");
  EXPECT_EQ(on_windows({answered(remove(on(anywhere, 0, 0)), number::invalid_parameter)}).rule,
            "route-delete.link-unspecified");
  EXPECT_EQ(on_windows({answered(remove(on(anywhere, 0, 0)), number::file_not_found)}).verdict,
            Verdict::conforms);
}

// Of length 0, only the address of all zeros is the default route.
TEST(ALookUp, OfAnUnusualAddressIsUnusualAlsoWithLengthZero) {
  const auto verdict_after_host_bits_were_accepted = [](const SocketAddress& address) {
    return last_verdict({answered(remove(row), number::not_found), created(row),
                         removed(to(row, ipv4(10, 0, 0, 9), 8)),
                         answered(remove(to(row, address, 0)), number::invalid_parameter)});
  };
  EXPECT_EQ(verdict_after_host_bits_were_accepted(ipv4(127, 0, 0, 1)), Verdict::conforms);
  EXPECT_EQ(verdict_after_host_bits_were_accepted(ipv4(10, 0, 0, 1)), Verdict::deviates);
}

TEST(ALookUp, OfALinkLocalDestinationIsNoUnusualOne) {
  const Step missing = answered(get(a_route()), number::not_found);
  const auto refusal_of = [](const RouteRow& asked) {
    return answered(get(asked), number::invalid_parameter);
  };
  const RouteRow link_local = to(a_route(), ipv4(169, 254, 0, 0), 16);
  const RouteRow multicast = to(a_route(), ipv4(224, 0, 0, 0), 4);
  EXPECT_EQ(last_verdict({missing, refusal_of(link_local)}), Verdict::deviates);
  EXPECT_EQ(last_verdict({missing, refusal_of(multicast)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({missing, refusal_of(to(a_route(), ipv4(0, 0, 0, 0), 8))}), Verdict::conforms);
}

TEST(ALookUp, OfAnUnusualDestinationMayBeRefusedAlsoIfTheNextHopIsLeftOut) {
  const RouteRow on_link = via(a_route(), SocketAddress{});
  const auto refusal_of = [](const RouteRow& asked) {
    return answered(remove(asked), number::invalid_parameter);
  };
  EXPECT_EQ(on_windows({refusal_of(on_link)}).rule, "route-delete.next-hop-unspecified");
  const RouteRow loopback = to(on_link, ipv4(127, 0, 0, 0), 8);
  EXPECT_EQ(on_windows({refusal_of(loopback)}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({answered(get(loopback), number::invalid_parameter)}).verdict, Verdict::conforms);
  EXPECT_EQ(on_windows({answered(get(on_link), number::invalid_parameter)}).verdict, Verdict::deviates);
}

// Its key is not unusual for this implementation.
TEST(ALookUp, OfAKeyThatARouteHadIsNoUnusualOne) {
  const Step missing = answered(remove(a_route()), number::not_found);
  const RouteRow multicast = to(a_route(), ipv4(224, 0, 0, 0), 4);
  const Step refusal = answered(remove(multicast), number::invalid_parameter);
  EXPECT_EQ(last_verdict({missing, refusal}), Verdict::conforms);
  EXPECT_EQ(last_verdict({missing, created(multicast), removed(multicast), refusal}), Verdict::deviates);
  EXPECT_EQ(last_verdict({missing, created(via(multicast, ipv4(10, 0, 0, 2))), refusal}),
            Verdict::conforms)
      << "another key";
}

TEST(ACreate, MayRefuseWidePrefixesThatBeginWithZerosUnlessOnWindows) {
  for (const RouteRow& wide : {to(a_route(), ipv4(0, 0, 0, 0), 1), to(an_ipv6_route(), ipv6(0, 0), 1),
                               to(an_ipv6_route(), ipv6(0, 0), 5)}) {
    const Step refusal = refused(wide, number::invalid_parameter);
    EXPECT_EQ(last_verdict({refusal}), Verdict::conforms);
    EXPECT_EQ(on_windows({refusal}).rule, "route.destination-class");
    EXPECT_EQ(on_windows({created(wide)}).verdict, Verdict::conforms);
  }
  for (const RouteRow& narrower :
       {to(a_route(), ipv4(0, 0, 0, 0), 2), to(an_ipv6_route(), ipv6(0, 0), 6)}) {
    EXPECT_EQ(on_windows({refused(narrower, number::invalid_parameter)}).verdict, Verdict::conforms);
  }
}

// A prefix that contains multicast and other addresses has a class only by its address.
TEST(ADestination, MayBeRefusedWhereItBeginsInAClass) {
  const RouteRow beginning = to(a_route(), ipv4(224, 0, 0, 0), 3);
  const RouteRow within = to(a_route(), ipv4(224, 0, 0, 0), 4);
  EXPECT_EQ(last_verdict({created(within), refused(beginning, number::invalid_parameter)}),
            Verdict::conforms);
  EXPECT_EQ(last_verdict({refused(within, number::invalid_parameter), created(beginning)}),
            Verdict::conforms);
}

TEST(ADestination, MayBeRefusedForTheClassOfItsNetworkOrOfItsAddress) {
  const Step host_bits_accepted = created(to(a_route(), ipv4(10, 0, 0, 1), 8));
  for (const RouteRow& masked_to_zero :
       {to(an_ipv6_route(), ipv6(0, 9), 1), to(a_route(), ipv4(0, 0, 0, 1), 0)}) {
    const Step refusal = refused(masked_to_zero, number::invalid_parameter);
    EXPECT_EQ(last_verdict({host_bits_accepted, refusal}), Verdict::conforms);
    EXPECT_EQ(last_verdict({host_bits_accepted, created(masked_to_zero)}), Verdict::conforms);
  }
  const RouteRow zero_network = to(a_route(), ipv4(0, 0, 0, 0), 16);
  const RouteRow of_this_network = to(a_route(), ipv4(0, 0, 0, 2), 31);
  EXPECT_EQ(last_verdict({created(zero_network), refused(of_this_network, number::invalid_parameter)}),
            Verdict::conforms);
  EXPECT_EQ(last_verdict({refused(zero_network, number::invalid_parameter), created(of_this_network)}),
            Verdict::conforms);
  const RouteRow default_route = to(a_route(), ipv4(0, 0, 0, 0), 0);
  EXPECT_EQ(last_verdict({refused(default_route, number::invalid_parameter)}), Verdict::deviates);
}

TEST(AGet, MayLeaveTheDestinationAsItWasPassed) {
  const RouteRow untidy = to(a_route(), ipv4(10, 0, 0, 9), 8);
  const RouteRow tidy = to(a_route(), ipv4(10, 0, 0, 0), 8);
  const Steps kept = {created(untidy), table_of({untidy})};
  const auto read_as = [&](const RouteRow& asked, const RouteRow& seen) {
    Steps steps = kept;
    steps.push_back(read(asked, seen));
    return last_verdict(steps);
  };
  EXPECT_EQ(read_as(tidy, tidy), Verdict::conforms);
  EXPECT_EQ(read_as(tidy, untidy), Verdict::conforms);
  EXPECT_EQ(read_as(tidy, to(a_route(), ipv4(10, 0, 0, 8), 8)), Verdict::deviates);
}

TEST(ADestination, MayBeRefusedForTheClassThatItsHostBitsMakeIt) {
  const RouteRow one_address = to(a_route(), ipv4(127, 0, 0, 1), 8);
  const RouteRow network = to(a_route(), ipv4(127, 0, 0, 0), 8);
  const Step host_bits_accepted = created(to(a_route(), ipv4(10, 0, 0, 1), 8));
  EXPECT_EQ(last_verdict(
                {host_bits_accepted, refused(one_address, number::invalid_parameter), created(network)}),
            Verdict::conforms);
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
