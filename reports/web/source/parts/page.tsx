// The data and the current address, for every part of the page.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Model, Run } from '../data/model.ts';
import type { Texts } from '../data/texts.ts';
import { href, type Query, type Route } from '../data/route.ts';

export interface Page {
  model: Model;
  texts: Texts;
  route: Route;
  // Changes the question part of the address without leaving the view.
  ask: (query: Query) => void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('outside of the page');
  return page;
}

// The run that the address names, or the first.
export function useRun(): Run {
  const { model, route } = usePage();
  const asked = Number(route.query.get('of') ?? 0);
  return model.runs[asked] ?? model.runs[0]!;
}

// One value of the address's question part, and how to change it.
export function useAsked(name: string, otherwise = ''): [string, (value: string) => void] {
  const { route, ask } = usePage();
  return [route.query.get(name) ?? otherwise, (value) => ask({ [name]: value === otherwise ? '' : value })];
}

export { href };
