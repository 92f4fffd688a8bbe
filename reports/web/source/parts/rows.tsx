// A list of any length. Only the visible rows are rendered. It scrolls with the page; arrow keys move the focus.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const spare = 8; // rows rendered beyond either edge
const printed = 500; // maximum number of rows on paper

interface Range {
  first: number;
  behind: number;
}

interface Rows {
  count: number;
  label: string;
  row: (at: number) => ComponentChildren;
}

function inSight(list: HTMLElement, height: number, count: number): Range {
  const top = -list.getBoundingClientRect().top;
  const first = Math.max(0, Math.floor(top / height) - spare);
  const behind = Math.min(count, Math.ceil((top + window.innerHeight) / height) + spare);
  return { first: Math.min(first, count), behind: Math.max(behind, 0) };
}

// The height of a row depends on the width of the window.
function useRowHeight(list: preact.RefObject<HTMLElement | null>, count: number): number {
  const [height, setHeight] = useState(56);
  useLayoutEffect(() => {
    const measure = () => {
      const row = list.current?.querySelector('li');
      if (row) setHeight(row.getBoundingClientRect().height || 56);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [count > 0]);
  return height;
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => setPrinting(true);
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

function useRange(list: preact.RefObject<HTMLElement | null>, height: number, count: number): Range {
  const [range, setRange] = useState<Range>({ first: 0, behind: Math.min(count, 40) });
  useLayoutEffect(() => {
    const look = () => {
      if (!list.current) return;
      const next = inSight(list.current, height, count);
      setRange((now) => (now.first === next.first && now.behind === next.behind ? now : next));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [height, count]);
  return { first: Math.min(range.first, count), behind: Math.min(range.behind, count) };
}

function useWalking(list: preact.RefObject<HTMLElement | null>, height: number, count: number) {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"] a`);
    if (link) {
      wanted.current = null;
      link.focus({ preventScroll: true });
    }
  });
  return (event: KeyboardEvent) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -count, End: count }[event.key];
    if (!item || by === undefined || !list.current) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(count - 1, Number(item.dataset['at']) + by));
    wanted.current = at;
    const top = list.current.getBoundingClientRect().top + at * height;
    if (top < 100) scrollBy(0, top - 100);
    if (top + height > innerHeight - 20) scrollBy(0, top + height - innerHeight + 20);
    list.current.querySelector<HTMLElement>(`[data-at="${at}"] a`)?.focus({ preventScroll: true });
  };
}

export function RowList({ count, label, row }: Rows) {
  const list = useRef<HTMLUListElement>(null);
  const height = useRowHeight(list, count);
  const printing = usePrinting();
  const seen = useRange(list, height, count);
  const { first, behind } = printing ? { first: 0, behind: Math.min(count, printed) } : seen;
  const walk = useWalking(list, height, count);
  const items = [];
  for (let at = first; at < behind; ++at) {
    items.push(
      <li key={at} data-at={at} aria-posinset={at + 1} aria-setsize={count}>
        {row(at)}
      </li>,
    );
  }
  const above = first * height;
  const below = printing ? 0 : (count - behind) * height;
  return (
    <>
      <ul class="rows" ref={list} aria-label={label} onKeyDown={walk} style={{ paddingTop: `${above}px`, paddingBottom: `${below}px` }}>
        {items}
      </ul>
      {printing && count > printed && <p>{`${count - printed} more are not printed; use a filter to shorten the list.`}</p>}
    </>
  );
}
