// The current place in the page, stored in the fragment of the address: #/rule/route.lifetimes?of=1

export interface Route {
  view: string;
  path: string[];
  query: URLSearchParams;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [view = '', ...rest] = path.split('/').map(decoded);
  return { view, path: rest, query: new URLSearchParams(query) };
}

const encoded = (part: string): string => encodeURIComponent(part).replace(/%3A/g, ':');

export type Query = Record<string, string | number | undefined>;

export function href(view: string, path: string[] = [], query: Query = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parts.set(name, String(value));
  }
  const asked = parts.toString();
  return `#/${[view, ...path.map(encoded)].join('/')}${asked === '' ? '' : '?' + asked}`;
}
