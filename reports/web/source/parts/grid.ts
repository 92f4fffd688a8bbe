// Arrow keys in a grid of links: [data-row] contains [data-cell]. The tab key reaches only the last visited link.
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

function cellsByRow(grid: HTMLElement): HTMLElement[][] {
  return [...grid.querySelectorAll('[data-row]')].map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')]);
}

function target(rows: HTMLElement[][], key: string, from: HTMLElement): HTMLElement | undefined {
  const row = rows.findIndex((cells) => cells.includes(from));
  if (row < 0) return undefined;
  const column = rows[row]!.indexOf(from);
  const below = (by: number) => {
    const cells = rows[Math.max(0, Math.min(rows.length - 1, row + by))]!;
    return cells[Math.min(column, cells.length - 1)];
  };
  switch (key) {
    case 'ArrowRight':
      return rows[row]![column + 1];
    case 'ArrowLeft':
      return rows[row]![column - 1];
    case 'ArrowDown':
      return below(1);
    case 'ArrowUp':
      return below(-1);
    case 'PageDown':
      return below(10);
    case 'PageUp':
      return below(-10);
    case 'Home':
      return rows[row]![0];
    case 'End':
      return rows[row]![rows[row]!.length - 1];
    default:
      return undefined;
  }
}

const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];

export function useGrid(grid: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const cells = [...(grid.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
    const kept = cells.find((cell) => cell.tabIndex === 0) ?? cells[0];
    for (const cell of cells) cell.tabIndex = cell === kept ? 0 : -1;
  });
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
      if (!grid.current || !from || !keys.includes(event.key) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = target(cellsByRow(grid.current), event.key, from);
      next?.focus();
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    onFocusIn: (event: FocusEvent) => {
      const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
      if (!grid.current || !cell) return;
      for (const one of grid.current.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) one.tabIndex = -1;
      cell.tabIndex = 0;
    },
  };
}
