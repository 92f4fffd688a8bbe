#include "conformance/implementations/linux/kernel/netlink.h"

#include <fmt/format.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <span>

namespace netioconf::conformance::implementations::linux::kernel {
namespace {

// The message of an extended acknowledgement, which comes after the header of the request.
std::string words_of(const nlmsghdr& message) {
  std::string words;
  if ((message.nlmsg_flags & NLM_F_ACK_TLVS) == 0) return words;
  unsigned offset = sizeof(nlmsgerr);
  const auto* error = static_cast<const nlmsgerr*>(mnl_nlmsg_get_payload(&message));
  if ((message.nlmsg_flags & NLM_F_CAPPED) == 0) {
    offset += error->msg.nlmsg_len - static_cast<unsigned>(sizeof(nlmsghdr));
  }
  mnl_attr_parse(
      &message, offset,
      [](const nlattr* attribute, void* to) {
        if (mnl_attr_get_type(attribute) == NLMSGERR_ATTR_MSG) {
          *static_cast<std::string*>(to) = mnl_attr_get_str(attribute);
        }
        return MNL_CB_OK;
      },
      &words);
  return words;
}

// The last message of a multipart answer also contains an error number.
KernelAnswer answer_in(const nlmsghdr& message) {
  KernelAnswer answer;
  if (message.nlmsg_type == NLMSG_ERROR) {
    answer.error = -static_cast<const nlmsgerr*>(mnl_nlmsg_get_payload(&message))->error;
    answer.words = words_of(message);
  } else if (mnl_nlmsg_get_payload_len(&message) >= sizeof(int)) {
    answer.error = -*static_cast<const int*>(mnl_nlmsg_get_payload(&message));
  }
  return answer;
}

}  // namespace

NetlinkRequest::NetlinkRequest(std::uint16_t type, unsigned flags)
    : header_{mnl_nlmsg_put_header(bytes_.data())} {
  header_->nlmsg_type = type;
  header_->nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | flags);
}

std::expected<Netlink, std::string> Netlink::open(const OriginalNamespace& original) {
  Socket socket{mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC)};
  if (!socket || mnl_socket_bind(socket.get(), 0, MNL_SOCKET_AUTOPID) != 0) {
    return std::unexpected(fmt::format("no rtnetlink socket: {}", std::strerror(errno)));
  }
  if (const auto left = original.require_left(mnl_socket_get_fd(socket.get())); !left) {
    return std::unexpected(left.error());
  }
  for (const int option : {NETLINK_EXT_ACK, NETLINK_CAP_ACK, NETLINK_GET_STRICT_CHK}) {
    int on = 1;
    if (mnl_socket_setsockopt(socket.get(), option, &on, sizeof on) != 0) {
      return std::unexpected(
          fmt::format("rtnetlink option {}: {}; the kernel is too old", option, std::strerror(errno)));
    }
  }
  return Netlink{std::move(socket)};
}

KernelAnswer Netlink::change(NetlinkRequest& request, const OnMessage& on_echo) {
  request.message()->nlmsg_flags |= NLM_F_ACK;
  return ask(request, on_echo);
}

KernelAnswer Netlink::ask(NetlinkRequest& request, const OnMessage& on_message) {
  nlmsghdr* message = request.message();
  message->nlmsg_seq = ++sequence_;
  // Without a dump or an acknowledgement, one message is the whole answer.
  const bool one_message = (message->nlmsg_flags & (NLM_F_DUMP | NLM_F_ACK)) == 0;
  if (mnl_socket_sendto(socket_.get(), message, message->nlmsg_len) < 0) return {errno, "not sent"};
  while (true) {
    const ssize_t received = mnl_socket_recvfrom(socket_.get(), buffer_.data(), buffer_.size());
    if (received < 0) return {errno, "not received"};
    auto left = static_cast<int>(received);
    const auto* part = reinterpret_cast<const nlmsghdr*>(buffer_.data());
    for (; mnl_nlmsg_ok(part, left); part = mnl_nlmsg_next(part, &left)) {
      if (part->nlmsg_seq != sequence_) continue;
      if (part->nlmsg_type == NLMSG_ERROR || part->nlmsg_type == NLMSG_DONE) return answer_in(*part);
      on_message(*part);
      if (one_message) return {};
    }
  }
}

void Netlink::join(unsigned group) {
  mnl_socket_setsockopt(socket_.get(), NETLINK_ADD_MEMBERSHIP, &group, sizeof group);
}

void Netlink::leave(unsigned group) {
  mnl_socket_setsockopt(socket_.get(), NETLINK_DROP_MEMBERSHIP, &group, sizeof group);
}

void Netlink::collect(const OnMessage& on_message) {
  const int descriptor = mnl_socket_get_fd(socket_.get());
  while (true) {
    const ssize_t received = recv(descriptor, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (received <= 0) return;
    auto left = static_cast<int>(received);
    const auto* part = reinterpret_cast<const nlmsghdr*>(buffer_.data());
    for (; mnl_nlmsg_ok(part, left); part = mnl_nlmsg_next(part, &left)) on_message(*part);
  }
}

}  // namespace netioconf::conformance::implementations::linux::kernel
