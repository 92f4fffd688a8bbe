could_not_run() {
  echo "$1" >&2
  exit 2
}

# Everything runs in a new network namespace, which ends with this program. The routes of the machine are
# never changed.
if [ "${1:-}" != --inside ]; then
  command -v ip > /dev/null || could_not_run "iproute2 is missing (install it)"
  command -v unshare > /dev/null || could_not_run "unshare is missing (install util-linux)"
  if [ "$(id -u)" = 0 ]; then exec unshare --net "$BASH" "$0" --inside; fi
  exec unshare --map-root-user --net "$BASH" "$0" --inside
fi
[ "$(readlink /proc/self/ns/net)" != "$(readlink "/proc/$PPID/ns/net")" ] ||
  could_not_run "--inside needs a new network namespace (run the program without it)"
[ -w /proc/sys/net/ipv4/ip_forward ] || could_not_run "no permission to create a network namespace"

# A link that never sends anything, because its other end stays down. $2: its MTU, $3: up or down.
make_link() {
  ip link add "$1" mtu "$2" type veth peer name "peer-$1" || could_not_run "cannot create a veth pair"
  if [ "$3" = up ]; then ip link set "$1" up; fi
}

# In the documents Metric is an offset to the metric of the link. Linux has only the sum.
ways=-1 # a set; bit n: way n still explains all observations
number=0
success=success invalid_parameter=invalid_parameter not_found=not_found not_supported=not_supported

step() {
  number=$((number + 1))
  echo "step $number: $1"
  ways_of=() statuses_of=() routes_of=()
}

# A result that the documents allow under some of the ways: allow WAYS STATUS…
allow() {
  ways_of+=("$1")
  shift
  statuses_of+=("$*")
  routes_of+=("")
}

# A route that must exist: with_route PREFIX NEXT_HOP LINK METRIC PROTOCOL
with_route() { routes_of[-1]+="$*"$'\n'; }

# The meaning of an error message of ip.
meaning_of() {
  case "$1" in
    *"File exists"*) echo object_already_exists ;;
    *"No such process"* | *"No such device"* | *"Cannot find device"*) echo not_found ;;
    *unreachable* | *"No route"*) echo not_found ;;
    *"not supported"* | *"not up"* | *"is down"* | *disabled*) echo not_supported ;;
    *"not permitted"*) echo access_denied ;;
    *Invalid* | *invalid* | *Error:*) echo invalid_parameter ;;
    *) echo other ;;
  esac
}

# Compares a status with what is allowed, and the routes too if $3 is "shown".
judge() {
  local status=$1 seen=$2 count=$3 i left=0 allowed=""
  for i in "${!ways_of[@]}"; do
    (((ways_of[i] & ways) == 0)) && continue
    allowed+=" ${statuses_of[i]}"
    case " ${statuses_of[i]} " in *" $status "*) ;; *) continue ;; esac
    if [ "$status$count" = successshown ]; then
      [ "$(sort <<< "${routes_of[i]%$'\n'}")" = "$(sort <<< "$seen")" ] || continue
    fi
    left=$((left | ways_of[i]))
  done
  echo "  allowed  $(tr ' ' '\n' <<< "$allowed" | grep . | sort -u | tr '\n' ' ')"
  echo "  observed $status${words:+ ($words)}"
  if (((left & ways) != 0)); then
    ways=$((ways & left))
    return
  fi
  if [ "$status" = other ] && [[ " $allowed " == *" success "* ]]; then
    echo "  UNDECIDED: a status of the page's line \"Other\""
    exit 2
  fi
  if [ "$count" = shown ]; then printf '  routes:\n%s\n' "${seen:-none}"; fi
  echo "  DEVIATES"
  exit 1
}

# Runs ip, and sets status and words.
ask() {
  if words=$(ip "$@" 2>&1 > /dev/null); then status=success; else status=$(meaning_of "$words"); fi
  words=${words//$'\n'/; }
}

# Lines of ip as PREFIX NEXT_HOP LINK METRIC PROTOCOL. $1: -4 or -6
show() {
  local family=$1
  shift
  ip -N -o "$family" "$@" 2> /dev/null | awk -v bits="$([ "$family" = -4 ] && echo 32 || echo 128)" '
    $1 ~ /^(local|broadcast|multicast|unreachable|anycast|blackhole|prohibit)$/ { next }
    {
      prefix = $1; next_hop = "-"; metric = 0; protocol = 3 # ip leaves these out
      if (prefix == "default") prefix = bits == 32 ? "0.0.0.0/0" : "::/0"
      if (prefix !~ /\//) prefix = prefix "/" bits
      for (i = 2; i < NF; ++i) {
        if ($i == "via") next_hop = $(i + 1) ~ /^inet/ ? $(i + 2) : $(i + 1)
        if ($i == "dev") link = $(i + 1)
        if ($i == "metric") metric = $(i + 1)
        if ($i == "proto") protocol = $(i + 1)
      }
      print prefix, next_hop, link, metric, protocol
    }'
}

family_of() { case "$1" in *:*) echo -6 ;; *) echo -4 ;; esac; }

# The arguments of ip for a next hop: via_of PREFIX NEXT_HOP LINK
via_of() {
  if [ "$2" = - ]; then
    echo "dev $3"
  elif [ "$(family_of "$1")" = "$(family_of "$2")" ]; then
    echo "via $2 dev $3"
  else
    echo "via inet6 $2 dev $3"
  fi
}

onlink_of() { if [ "$1" != - ]; then echo onlink; fi; }

# PREFIX NEXT_HOP LINK METRIC PROTOCOL [SECONDS]
put_route() {
  local verb=$1
  shift
  # shellcheck disable=SC2046 # several words each
  ask "$(family_of "$1")" route "$verb" "$1" $(via_of "$1" "$2" "$3") $(onlink_of "$2") \
    proto "$5" metric "$4" ${6:+expires "$6"}
}

create_route() {
  put_route add "$@"
  judge "$status" "" unseen
}

# The first route with that prefix, next hop and link.
found_route() {
  words=""
  show "$(family_of "$1")" route show table main | grep -F -m 1 -- "$1 $2 $3 "
}

set_route() {
  local before metric
  before=$(found_route "$@")
  metric=$(cut -d ' ' -f 4 <<< "$before")
  if [ -z "$before" ]; then
    status=not_found words=""
  elif [ "$metric" = "$4" ]; then
    put_route change "$@"
  else # the metric is part of the kernel's key
    put_route add "$@"
    # shellcheck disable=SC2046
    if [ "$status" = success ]; then
      ask "$(family_of "$1")" route del "$1" $(via_of "$1" "$2" "$3") metric "$metric"
    fi
  fi
  judge "$status" "" unseen
}

get_route() {
  local seen
  words=""
  seen=$(found_route "$@")
  judge "$(if [ -n "$seen" ]; then echo success; else echo not_found; fi)" "$seen" shown
}

delete_route() {
  local metric=""
  if [ "$(family_of "$1")$2" = -6- ]; then metric=$(found_route "$@" | cut -d ' ' -f 4); fi
  if [ "$(family_of "$1")$2$metric" = -6- ]; then
    status=not_found words=""
  else
    # shellcheck disable=SC2046
    ask "$(family_of "$1")" route del "$1" $(via_of "$1" "$2" "$3") ${metric:+metric "$metric"}
  fi
  judge "$status" "" unseen
}

# route_table [-4|-6]…
route_table() {
  local family seen=""
  words=""
  for family in "$@"; do seen+=$(show "$family" route show table main)$'\n'; done
  seen=$(grep . <<< "$seen")
  judge "$(if [ -n "$seen" ]; then echo success; else echo not_found; fi)" "$seen" shown
}

# best_route DESTINATION [LINK]
best_route() {
  local seen=""
  ask "$(family_of "$1")" route get fibmatch "$1" ${2:+oif "$2"}
  if [ "$status" = success ]; then
    seen=$(show "$(family_of "$1")" route get fibmatch "$1" ${2:+oif "$2"})
    if [ -z "$seen" ]; then status=not_found; fi
  fi
  judge "$status" "$seen" shown
}

echo 1 > /proc/sys/net/ipv6/conf/default/addr_gen_mode
echo 0 > /proc/sys/net/ipv6/conf/default/accept_ra
echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
# The kernel accepts a next hop only after its local table exists. The first address creates that table.
ip link set lo up
ip address flush dev lo
