// Where in the page one is, as the part of the address behind the number sign: #/rule/route.lifetimes?of=1

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

// Names of scripts keep their slash, so that a link can be read.
const encoded = (part: string): string => encodeURIComponent(part).replace(/%2F/g, '/').replace(/%3A/g, ':');

export type Query = Record<string, string | number | undefined>;

export function href(view: string, path: string[] = [], query: Query = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parts.set(name, String(value));
  }
  const asked = parts.toString();
  return `#/${[view, ...path.map(encoded)].join('/')}${asked === '' ? '' : '?' + asked}`;
}
