#include "fuzz/mutators/field_mutators.h"

#include "fuzz/mutators/boundary_values.h"
#include "oracle/model/address.h"
#include "oracle/rules/examples.h"

namespace netioconf::fuzz::mutators {
namespace {

using oracle::RouteRow;

std::uint8_t some_boolean(Rng& rng) {
  return static_cast<std::uint8_t>(rng.one_in(2) ? rng.below(3) : rng.any());
}

void name_link(oracle::RouteRow& row, const LinkIdentifier& link) {
  row.luid = link.luid;
  row.index = link.index;
}

// The last address of the prefix, the first after it, one inside.
void leave_prefix(Rng& rng, oracle::Prefix& prefix) {
  const std::uint8_t longest = prefix.address.family == oracle::ipv4_family ? 32 : 128;
  const std::size_t first = prefix.address.family == oracle::ipv4_family ? 2 : 6;
  if (prefix.length > longest || longest == 0) return;
  // A bit on either side of the end of the prefix, or the last bit.
  const std::size_t bits[] = {prefix.length, prefix.length - (prefix.length == 0 ? 0U : 1U),
                              longest - 1U};
  const std::size_t bit = rng.pick(bits);
  if (bit >= longest) return;
  prefix.address.bytes[first + bit / 8] ^= static_cast<std::uint8_t>(0x80U >> bit % 8);
}

void mutate_destination(Rng& rng, oracle::Prefix& prefix) {
  switch (rng.below(7)) {
    case 0:
      prefix.length = some_length(rng, prefix.address.family);
      break;
    case 1:
    case 5:
      prefix.length = length_beside(rng, prefix.length);
      break;
    case 2:
      leave_prefix(rng, prefix);
      break;
    case 3:  // A whole class, or almost: the address selects the class, the length its extent.
      prefix.address = some_address(rng, prefix.address.family);
      if (rng.one_in(2)) prefix.length = some_length(rng, prefix.address.family);
      if (rng.one_in(2)) prefix.address = oracle::masked(prefix.address, prefix.length);
      break;
    case 4:
      prefix.padding[rng.below(prefix.padding.size())] = static_cast<std::uint8_t>(rng.any());
      break;
    default:
      prefix.address = beside(rng, prefix.address);
      break;
  }
}

void mutate_lifetimes(Rng& rng, RouteRow& row) {
  switch (rng.below(4)) {
    case 0:
      row.valid_lifetime_s = some_lifetime_s(rng);
      row.preferred_lifetime_s = row.valid_lifetime_s;
      break;
    case 1:
      row.valid_lifetime_s = some_lifetime_s(rng);
      break;
    case 2:
      row.preferred_lifetime_s = some_lifetime_s(rng);
      break;
    default:
      row.preferred_lifetime_s = row.valid_lifetime_s + static_cast<std::uint32_t>(rng.below(3)) - 1;
      break;
  }
}

void mutate_site_prefix(Rng& rng, RouteRow& row) {
  const std::uint8_t length = row.destination.length;
  const std::uint8_t values[] = {
      0, length, static_cast<std::uint8_t>(length + 1), static_cast<std::uint8_t>(length - 1), 254, 255};
  row.site_prefix_length = rng.pick(values);
}

void mutate_small_member(Rng& rng, RouteRow& row) {
  std::uint8_t* const members[] = {&row.loopback, &row.autoconfigure_address, &row.publish,
                                   &row.immortal, &row.padding[rng.below(row.padding.size())]};
  *rng.pick(members) = some_boolean(rng);
}

void mutate_large_member(Rng& rng, RouteRow& row) {
  std::uint32_t* const members[] = {&row.metric, &row.metric, &row.protocol, &row.age_s, &row.origin};
  std::uint32_t& member = *rng.pick(members);
  member = beside(rng, member);
}

template <class Call>
void mutate_call_with_row(Rng& rng, const oracle::Host& host, Call& call) {
  if (rng.one_in(24)) {
    call.row.reset();
  } else if (rng.one_in(24)) {
    call.misalignment = static_cast<std::uint8_t>(rng.below(8));
  } else if (call.row) {
    mutate_field(rng, host, *call.row);
  }
}

struct OperationMutator {
  Rng& rng;
  const oracle::Host& host;

  void operator()(oracle::RouteCall& call) const { mutate_call_with_row(rng, host, call); }
  void operator()(oracle::AnycastCall& call) const { mutate_call_with_row(rng, host, call); }
  void operator()(oracle::TableCall& call) const {
    if (rng.one_in(16)) call.null_table = !call.null_table;
    if (rng.one_in(4)) call.keep = !call.keep;
    call.family = some_family(rng);
  }
  void operator()(oracle::KeptTableCall& call) const {
    call.table = static_cast<std::uint32_t>(rng.below(3));
  }
  void operator()(oracle::BestRouteCall& call) const {
    switch (rng.below(6)) {
      case 0:
        if (call.destination) call.destination = beside(rng, *call.destination);
        break;
      case 1:
        call.source = call.source && rng.one_in(2)
                          ? beside(rng, *call.source)
                          : some_address(rng, call.destination ? call.destination->family : 2);
        break;
      case 2: {
        const LinkIdentifier link = any_link(rng, host);
        call.luid = link.luid;
        call.index = link.index;
        break;
      }
      case 3:
        call.sort_options = some_number(rng);
        break;
      case 4:
        call.luid.reset();
        call.index = rng.one_in(2) ? 0 : some_link(rng, host).index;
        break;
      default: {
        bool* const nulls[] = {&call.null_best_route, &call.null_best_source};
        bool& null = *rng.pick(nulls);
        null = !null;
        break;
      }
    }
  }
  void operator()(oracle::NotifyCall& call) const {
    if (rng.one_in(16)) call.null_callback = !call.null_callback;
    if (rng.one_in(16)) call.null_handle = !call.null_handle;
    if (rng.one_in(2)) call.initial_notification = !call.initial_notification;
    call.family = some_family(rng);
  }
  void operator()(oracle::CancelCall& call) const {
    call.registration = static_cast<std::uint32_t>(rng.below(3));
  }
  void operator()(oracle::CollectCall& call) const {
    call.at_least = static_cast<std::uint32_t>(rng.below(3));
  }
  void operator()(oracle::LinkCall& call) const {
    if (rng.one_in(24) || !call.row) {
      call.row.reset();
      return;
    }
    const LinkIdentifier link = any_link(rng, host);
    switch (rng.below(4)) {
      case 0:
        call.row->family = some_family(rng);
        break;
      case 1:
        call.row->metric = some_number(rng);
        break;
      default:
        call.row->luid = link.luid;
        call.row->index = link.index;
        break;
    }
  }
};

}  // namespace

void mutate_field(Rng& rng, const oracle::Host& host, RouteRow& row) {
  switch (rng.below(10)) {
    case 0:
    case 1:
      return name_link(row, any_link(rng, host));
    case 2:
    case 3:
      return mutate_destination(rng, row.destination);
    case 4:
      row.next_hop = beside(rng, row.next_hop);
      return;
    case 5:
      return mutate_lifetimes(rng, row);
    case 6:
      return mutate_site_prefix(rng, row);
    case 7:
      return mutate_small_member(rng, row);
    case 8:
      return oracle::rules::take_members(rng.pick(oracle::rules::example_routes()), row);
    default:
      return mutate_large_member(rng, row);
  }
}

void mutate_field(Rng& rng, const oracle::Host& host, oracle::AnycastRow& row) {
  const LinkIdentifier link = any_link(rng, host);
  switch (rng.below(7)) {
    case 0:
    case 1:
      row.luid = link.luid;
      row.index = link.index;
      break;
    case 2:
      row.scope_id = some_number(rng);
      break;
    case 3:
      row.padding[rng.below(row.padding.size())] = static_cast<std::uint8_t>(rng.any());
      break;
    case 4:
      return oracle::rules::take_members(rng.pick(oracle::rules::example_anycasts()), row);
    default:
      row.address = beside(rng, row.address);
      break;
  }
}

void mutate_field(Rng& rng, const oracle::Host& host, oracle::Operation& operation) {
  std::visit(OperationMutator{rng, host}, operation);
}

}  // namespace netioconf::fuzz::mutators
