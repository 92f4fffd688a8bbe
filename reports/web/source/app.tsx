import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Model } from './data/model.ts';
import { href, parseRoute, type Query, type Route } from './data/route.ts';
import type { Texts } from './data/texts.ts';
import { legible } from './data/words.ts';
import { PageContext, useRun, type Page } from './parts/page.tsx';
import { ThemeButton } from './parts/theme.tsx';
import { FindingPage } from './views/finding.tsx';
import { Findings } from './views/findings.tsx';
import { Overview, RunOverview } from './views/overview.tsx';

interface View {
  title: string;
  show: () => preact.ComponentChildren;
  part?: string; // the item of the navigation that it belongs to
}

const views: Record<string, View> = {
  '': { title: 'Overview', show: () => <Overview /> },
  run: { title: 'Overview', show: () => <OneRun />, part: '' },
  findings: { title: 'Findings', show: () => <Findings /> },
  finding: { title: 'Finding', show: () => <FindingPage />, part: 'findings' },
};

const navigation = ['', 'rules', 'findings', 'readings', 'coverage', 'scripts', 'campaign'];

function OneRun() {
  return <RunOverview run={useRun()} />;
}

function NoSuchView() {
  return (
    <>
      <h1 tabIndex={-1}>No such view</h1>
      <p class="lead">
        <a href={href('')}>Overview</a>
      </p>
    </>
  );
}

function useRoute(): [Route, (query: Query) => void] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const route = useMemo(() => parseRoute(hash), [hash]);
  const ask = (query: Query) => {
    const now = parseRoute(location.hash);
    const next = href(now.view, now.path, { ...Object.fromEntries(now.query), ...query });
    history.replaceState(history.state, '', next);
    setHash(next);
  };
  return [route, ask];
}

// A new view begins at its top and with its heading; going back leads to where one was.
function useArrival(place: string): void {
  const depths = useRef(new Map<string, number>());
  const followed = useRef(false);
  const before = useRef(place);
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      if (link) {
        followed.current = true;
        depths.current.set(before.current, scrollY);
      }
    };
    addEventListener('click', click, true);
    return () => removeEventListener('click', click, true);
  }, []);
  useLayoutEffect(() => {
    if (before.current === place) return;
    before.current = place;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    scrollTo(0, followed.current ? 0 : (depths.current.get(place) ?? 0));
    followed.current = false;
  }, [place]);
}

function useSlash(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as Element).closest('input, select, textarea');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = document.querySelector<HTMLInputElement>('main [data-search]');
      event.preventDefault();
      if (field) field.select();
      else location.hash = href('rules', [], { find: 1 });
      field?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function Header({ current }: { current: string }) {
  return (
    <header class="top">
      <a class="home" href={href('')}>
        netioconf
      </a>
      <nav aria-label="Views">
        {navigation.map(
          (view) =>
            views[view] && (
              <a key={view} href={href(view)} aria-current={view === current ? 'page' : undefined}>
                {views[view]!.title}
              </a>
            ),
        )}
      </nav>
      <ThemeButton />
    </header>
  );
}

export function App({ model, texts }: { model: Model; texts: Texts }) {
  const [route, ask] = useRoute();
  const view = views[route.view];
  const page: Page = useMemo(() => ({ model, texts, route, ask }), [model, texts, route]);
  useArrival(`${route.view}/${route.path.join('/')}`);
  useSlash();
  const about = model.runs.map((run) => legible(run.name)).join(', ');
  useEffect(() => {
    document.title = [...route.path, view?.title ?? 'netioconf', about].slice(-3).join(' · ');
  }, [route, about]);
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
        Skip to content
      </a>
      <Header current={view?.part ?? route.view} />
      <main id="main" tabIndex={-1}>
        {view ? view.show() : <NoSuchView />}
      </main>
    </PageContext.Provider>
  );
}
