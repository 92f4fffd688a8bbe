static struct asked_host* host;

static unsigned metric_of_link(unsigned long long luid, unsigned family) {
  for (int i = 0; i < host->link_count; ++i) {
    if (host->links[i].luid != luid) continue;
    return family == family_ipv4 ? host->links[i].ipv4_metric : host->links[i].ipv6_metric;
  }
  return 0;
}
