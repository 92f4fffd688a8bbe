import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isMutationScore, type Model, type Run } from './data/model.ts';
import { href, parseRoute, type Query, type Route } from './data/route.ts';
import type { Texts } from './data/texts.ts';
import { legible } from './data/words.ts';
import { Missing } from './parts/missing.tsx';
import { PageContext, useRun, type Page } from './parts/page.tsx';
import { ThemeButton } from './parts/theme.tsx';
import { Campaign } from './views/campaign.tsx';
import { Coverage } from './views/coverage.tsx';
import { Differences } from './views/differences.tsx';
import { DifferencePage } from './views/difference.tsx';
import { DeviationPage } from './views/deviation.tsx';
import { Deviations } from './views/deviations.tsx';
import { Overview, RunOverview } from './views/overview.tsx';
import { ReadingPage } from './views/reading.tsx';
import { Readings } from './views/readings.tsx';
import { RulePage } from './views/rule.tsx';
import { Rules } from './views/rules.tsx';
import { ScriptPage, Scripts } from './views/scripts.tsx';

interface View {
  title: string;
  show: () => preact.ComponentChildren;
  part?: string; // the navigation item that it belongs to
}

const views: Record<string, View> = {
  '': { title: 'Overview', show: () => <Overview /> },
  run: { title: 'Overview', show: () => <OneRun />, part: '' },
  differences: { title: 'Differences', show: () => <Differences /> },
  difference: { title: 'Difference', show: () => <DifferencePage />, part: 'differences' },
  rules: { title: 'Rules', show: () => <Rules /> },
  rule: { title: 'Rule', show: () => <RulePage />, part: 'rules' },
  deviations: { title: 'Deviations', show: () => <Deviations /> },
  deviation: { title: 'Deviation', show: () => <DeviationPage />, part: 'deviations' },
  readings: { title: 'Readings', show: () => <Readings /> },
  reading: { title: 'Reading', show: () => <ReadingPage />, part: 'readings' },
  coverage: { title: 'Coverage', show: () => <Coverage /> },
  scripts: { title: 'Scripts', show: () => <Scripts /> },
  script: { title: 'Script', show: () => <ScriptPage />, part: 'scripts' },
  campaign: { title: 'Campaign', show: () => <Campaign /> },
};

// Campaign and differences are listed only if the data contain them. A report about mutants has one view.
function navigation(model: Model): string[] {
  if (model.runs.length > 0 && model.runs.every(isMutationScore)) return [''];
  const compared = model.comparison ? ['differences'] : [];
  const shown = ['', ...compared, 'rules', 'deviations', 'readings', 'coverage', 'scripts'];
  const had = ({ report }: Run) => report.series.length + report.mutants.length > 0;
  return model.runs.some(had) ? [...shown, 'campaign'] : shown;
}

function OneRun() {
  return <RunOverview run={useRun()} />;
}

function NoSuchView() {
  return <Missing what="view" view="" all="Overview" />;
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

// A new view starts at the top and focuses its heading. Going back restores the scroll position.
function useArrival(place: string, searching: { current: boolean }): void {
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
    const begin = searching.current ? 'main [data-search]' : 'main h1';
    document.querySelector<HTMLElement>(begin)?.focus({ preventScroll: true });
    searching.current = false;
    scrollTo(0, followed.current ? 0 : (depths.current.get(place) ?? 0));
    followed.current = false;
  }, [place]);
}

// The key / focuses the search field of the view, or that of the rules if the view has none.
function useSlash(searching: { current: boolean }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as Element).closest('input, select, textarea');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = document.querySelector<HTMLInputElement>('main [data-search]');
      event.preventDefault();
      if (field) return field.select();
      searching.current = true;
      location.hash = href('rules');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function Header({ model, current }: { model: Model; current: string }) {
  return (
    <header class="top">
      <a class="home" href={href('')}>
        netioconf
      </a>
      <nav aria-label="Views">
        {navigation(model).map((view) => (
          <a key={view} href={href(view)} aria-current={view === current ? 'page' : undefined}>
            {views[view]!.title}
          </a>
        ))}
      </nav>
      <ThemeButton />
    </header>
  );
}

export function App({ model, texts }: { model: Model; texts: Texts }) {
  const [route, ask] = useRoute();
  const view = views[route.view];
  const page: Page = useMemo(() => ({ model, texts, route, ask }), [model, texts, route]);
  const searching = useRef(false);
  useArrival(`${route.view}/${route.path.join('/')}`, searching);
  useSlash(searching);
  const about = model.runs.map((run) => legible(run.name)).join(', ');
  useEffect(() => {
    document.title = [...route.path, view?.title ?? 'netioconf', about].slice(-3).join(' · ');
  }, [route, about]);
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
        Skip to content
      </a>
      <Header model={model} current={view?.part ?? route.view} />
      <main id="main" tabIndex={-1}>
        {view ? view.show() : <NoSuchView />}
      </main>
    </PageContext.Provider>
  );
}
