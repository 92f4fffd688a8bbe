// The host that a script asks for: its stacks, its links, and the link that the call names.
import type { HostWords, LinkWords } from 'report';

const width = 360;
const indent = 36;
const head = 40;
const row = 58;

interface Named {
  luid: string | undefined;
  index: number | undefined;
}

// The form that oracle/words/describe.cc writes: "on luid 0x6000001000000 (index 1)", "on index 3".
export function linkNamedBy(call: string): Named {
  const luid = / on luid (0x[0-9A-Fa-f]+)/.exec(call)?.[1]?.toLowerCase();
  const index = / on index (\d+)/.exec(call)?.[1];
  return { luid, index: index === undefined ? undefined : Number(index) };
}

const isNamed = (link: LinkWords, named: Named): boolean =>
  named.luid === undefined ? named.index === link.index : named.luid === link.luid.toLowerCase();

interface Tag {
  words: string;
  off?: boolean;
}

function tagsOf(link: LinkWords): Tag[] {
  const tags: Tag[] = [];
  tags.push(link.ipv4 ? { words: link.ipv4_metric === 25 ? 'IPv4' : `IPv4 metric ${link.ipv4_metric}` } : { words: 'no IPv4', off: true });
  tags.push(link.ipv6 ? { words: link.ipv6_metric === 25 ? 'IPv6' : `IPv6 metric ${link.ipv6_metric}` } : { words: 'no IPv6', off: true });
  if (!link.routes) tags.push({ words: 'no routes', off: true });
  if (link.loopback) tags.push({ words: 'loopback' });
  return tags;
}

function Tags({ tags, x, y }: { tags: Tag[]; x: number; y: number }) {
  let left = x;
  return (
    <>
      {tags.map((tag) => {
        const wide = tag.words.length * 6.2 + 12;
        const at = left;
        left += wide + 5;
        return (
          <g key={tag.words} class={tag.off ? 'tag off' : 'tag'}>
            <rect x={at} y={y} width={wide} height={17} rx={8.5} />
            <text x={at + wide / 2} y={y + 12} text-anchor="middle">
              {tag.words}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Box({ at, class: kind, title, detail, tags }: { at: number; class: string; title: string; detail: string; tags: Tag[] }) {
  const top = head + 12 + at * row;
  return (
    <g class={kind}>
      <path class="wire" d={`M16 ${head}V${top + 23}H${indent}`} />
      <rect class="box" x={indent} y={top + 0.5} width={width - indent - 1} height={46} rx={6} />
      <text class="title" x={indent + 12} y={top + 19}>
        {title}
      </text>
      <text class="detail" x={width - 12} y={top + 19} text-anchor="end">
        {detail}
      </text>
      <Tags tags={tags} x={indent + 10} y={top + 25} />
    </g>
  );
}

export function MachineDiagram({ machine, words, call }: { machine: HostWords; words: string; call: string }) {
  const named = linkNamedBy(call);
  const somewhere = named.luid !== undefined || named.index !== undefined;
  const missing = somewhere && !machine.links.some((link) => isNamed(link, named));
  const boxes = machine.links.length + (missing ? 1 : 0);
  const height = head + 12 + Math.max(boxes, 0) * row - (boxes ? 10 : 11);
  const stacks = [
    { words: machine.ipv4 ? 'IPv4' : 'no IPv4', off: !machine.ipv4 },
    { words: machine.ipv6 ? 'IPv6' : 'no IPv6', off: !machine.ipv6 },
  ];
  return (
    <svg class="machine" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <rect class="box" x={0.5} y={0.5} width={width - 1} height={head - 1} rx={6} />
      <text class="title" x={14} y={25}>
        machine
      </text>
      <Tags tags={stacks} x={90} y={12} />
      {machine.links.map((link, at) => (
        <Box
          key={link.luid}
          at={at}
          class={isNamed(link, named) ? 'link named' : 'link'}
          title={isNamed(link, named) ? `link ${link.index}, named by the call` : `link ${link.index}`}
          detail={link.luid}
          tags={tagsOf(link)}
        />
      ))}
      {missing && (
        <Box
          at={machine.links.length}
          class="link absent"
          title={named.luid === undefined ? `no link ${named.index}` : 'no such link'}
          detail={named.luid ?? ''}
          tags={[{ words: 'named by the call', off: true }]}
        />
      )}
    </svg>
  );
}
