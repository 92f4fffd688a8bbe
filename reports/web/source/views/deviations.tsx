import { useMemo } from 'preact/hooks';
import { matching } from '../data/search.ts';
import type { Found } from '../data/model.ts';
import { count, number } from '../data/words.ts';
import { ChooseRun, Chips, Choose, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { useAsked, usePage } from '../parts/page.tsx';
import { RowList } from '../parts/rows.tsx';
import { FindingLine } from './overview.tsx';

function useFiltered(): Found[] {
  const { texts } = usePage();
  const [query] = useAsked('q');
  const [standing] = useAsked('standing');
  const [call] = useAsked('function');
  const [of] = useAsked('of');
  return useMemo(() => {
    const admits = (found: Found) =>
      (standing === '' || found.standing === standing) &&
      (call === '' || found.group.function === call) &&
      (of === '' || found.run.index === Number(of));
    return matching(texts.findings(), query, admits);
  }, [texts, query, standing, call, of]);
}

export function Findings() {
  const { model } = usePage();
  const found = useFiltered();
  const calls = useMemo(() => [...new Set(model.findings.map(({ group }) => group.function))].sort(), [model]);
  const isNew = useMemo(() => model.findings.filter(({ standing }) => standing === 'deviates').length, [model]);
  const all = model.findings.length;
  if (all === 0) {
    return (
      <>
        <h1 tabIndex={-1}>Findings</h1>
        <p class="lead">No step deviated, so there is nothing to list.</p>
      </>
    );
  }
  return (
    <>
      <h1 tabIndex={-1}>Findings</h1>
      <p class="lead">Deviations that look like one defect are one line: the same rule, the same call, the same reply.</p>
      <FilterBar>
        <SearchField label="Search findings" />
        <Chips
          label="Standing"
          name="standing"
          chips={[
            { value: 'deviates', mark: 'deviates', words: 'new', count: isNew },
            { value: 'known', mark: 'known', words: 'known', count: all - isNew },
          ]}
        />
        <Choose label="Call" name="function" choices={[{ value: '', words: 'every call' }, ...calls.map((value) => ({ value }))]} />
        <ChooseRun />
      </FilterBar>
      <Shown>{found.length === all ? count(all, 'finding') : `${number(found.length)} of ${count(all, 'finding')}`}</Shown>
      <RowList count={found.length} label="Findings" row={(at) => <FindingLine found={found[at]!} />} />
    </>
  );
}
