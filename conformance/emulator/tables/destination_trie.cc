#include "conformance/emulator/tables/destination_trie.h"

#include "conformance/emulator/tables/growth.h"

namespace netioconf::conformance::emulator::inline tables {

bool DestinationTrie::covers(Slot slot, const AddressBits& address) const {
  const AddressBits destination = entries_[slot].destination();
  return destination.common_with(address) == destination.length;
}

Slot DestinationTrie::nearest(const AddressBits& destination) const {
  TrieRef at = refs_[TrieRefs::root];
  while (at.is_node()) {
    const TrieNode& node = nodes_[at.node()];
    const std::uint32_t place = node.place_of(destination);
    at = refs_[node.has(place) ? ref_at(node, place) : node.first_ref];
  }
  return at.slot();
}

std::uint32_t DestinationTrie::next(TrieRef to_node, const AddressBits& destination) const {
  const TrieNode& node = nodes_[to_node.node()];
  return ref_at(node, node.place_of(destination));
}

void DestinationTrie::insert(const AddressBits& destination, Slot slot, Slot nearest) {
  if (nearest == no_slot) {
    refs_[TrieRefs::root] = TrieRef::to_slot(slot);
    return;
  }
  const AddressBits other = entries_[nearest].destination();
  const std::uint32_t bit = TrieNode::start_of(destination.common_with(other));
  std::uint32_t at = TrieRefs::root;
  while (refs_[at].is_node() && nodes_[refs_[at].node()].bit() < bit) at = next(refs_[at], destination);
  if (refs_[at].is_node() && nodes_[refs_[at].node()].bit() == bit) {
    add(nodes_[refs_[at].node()], destination, slot);
    return;
  }
  TrieNode node(bit);
  node.set(node.place_of(other));
  node.set(node.place_of(destination));
  node.first_ref = refs_.take(2);
  refs_[ref_at(node, node.place_of(other))] = refs_[at];
  refs_[ref_at(node, node.place_of(destination))] = TrieRef::to_slot(slot);
  refs_[at] = take(node);
}

void DestinationTrie::replace(const AddressBits& destination, Slot by) {
  std::uint32_t at = TrieRefs::root;
  while (refs_[at].is_node()) at = next(refs_[at], destination);
  refs_[at] = TrieRef::to_slot(by);
}

void DestinationTrie::erase(const AddressBits& destination) {
  std::uint32_t above = TrieRefs::root;
  std::uint32_t at = TrieRefs::root;
  while (refs_[at].is_node()) {
    above = at;
    at = next(refs_[at], destination);
  }
  if (at == TrieRefs::root) {
    refs_[at] = {};
  } else {
    remove(refs_[above], destination);
  }
}

void DestinationTrie::clear() {
  refs_.clear();
  clear_and_shrink(nodes_);
  clear_and_shrink(free_nodes_);
}

void DestinationTrie::add(TrieNode& node, const AddressBits& destination, Slot slot) {
  const std::uint32_t place = node.place_of(destination);
  node.first_ref = refs_.insert(node.first_ref, node.size(), node.rank(place), TrieRef::to_slot(slot));
  node.set(place);
}

void DestinationTrie::remove(TrieRef& to_node, const AddressBits& destination) {
  TrieNode& node = nodes_[to_node.node()];
  const std::uint32_t place = node.place_of(destination);
  const std::uint32_t rank = node.rank(place);
  if (node.size() == 2) {
    refs_.free(node.first_ref, 2);
    free_nodes_.push_back(to_node.node());
    to_node = refs_[node.first_ref + 1 - rank];
    return;
  }
  node.first_ref = refs_.erase(node.first_ref, node.size(), rank);
  node.unset(place);
}

TrieRef DestinationTrie::take(const TrieNode& node) {
  if (free_nodes_.empty()) {
    make_room(nodes_, 1);
    nodes_.push_back(node);
    return TrieRef::to_node(static_cast<std::uint32_t>(nodes_.size() - 1));
  }
  const TrieRef taken = TrieRef::to_node(free_nodes_.back());
  free_nodes_.pop_back();
  nodes_[taken.node()] = node;
  return taken;
}

}  // namespace netioconf::conformance::emulator::inline tables
