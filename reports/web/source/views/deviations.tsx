import { useMemo } from 'preact/hooks';
import { matching } from '../data/search.ts';
import type { Deviation } from '../data/model.ts';
import { kindsOfDeviation, number } from '../data/words.ts';
import { ChooseRuns, Chips, Choose, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { useAsked, usePage } from '../parts/page.tsx';
import { RowList } from '../parts/rows.tsx';
import { DeviationLine } from './overview.tsx';

// Also those of every standing that have the words, the call and the implementation.
function useFiltered(): { shown: Deviation[]; ofEveryStanding: Deviation[] } {
  const { texts } = usePage();
  const [query] = useAsked('q');
  const [standing] = useAsked('standing');
  const [call] = useAsked('function');
  const [of] = useAsked('of');
  const ofEveryStanding = useMemo(() => {
    const admits = (found: Deviation) => (call === '' || found.group.function === call) && (of === '' || found.run.index === Number(of));
    return matching(texts.deviations(), query, admits);
  }, [texts, query, call, of]);
  const shown = useMemo(() => (standing === '' ? ofEveryStanding : ofEveryStanding.filter((found) => found.standing === standing)), [ofEveryStanding, standing]);
  return { shown, ofEveryStanding };
}

export function Deviations() {
  const { model } = usePage();
  const { shown, ofEveryStanding } = useFiltered();
  const calls = useMemo(() => [...new Set(model.deviations.map(({ group }) => group.function))].sort(), [model]);
  const isNew = useMemo(() => ofEveryStanding.filter(({ standing }) => standing === 'deviates').length, [ofEveryStanding]);
  const all = model.deviations.length;
  if (all === 0) {
    return (
      <>
        <h1 tabIndex={-1}>Deviations</h1>
        <p class="lead">No step deviated, so there is nothing to list.</p>
      </>
    );
  }
  return (
    <>
      <h1 tabIndex={-1}>Deviations</h1>
      <p class="lead">
        Findings that look like one defect are one kind of deviation, and one line: the same rule, the same call, the same reply. The number counts its
        findings.
      </p>
      <FilterBar>
        <SearchField label="Search deviations" />
        <Chips
          label="Standing"
          name="standing"
          chips={[
            { value: 'deviates', mark: 'deviates', words: 'new', count: isNew },
            { value: 'known', mark: 'known', words: 'known', count: ofEveryStanding.length - isNew },
          ]}
        />
        <Choose label="Call" name="function" choices={[{ value: '', words: 'every call' }, ...calls.map((value) => ({ value }))]} />
        <ChooseRuns />
      </FilterBar>
      <Shown>{shown.length === all ? kindsOfDeviation(all) : `${number(shown.length)} of ${kindsOfDeviation(all)}`}</Shown>
      <RowList count={shown.length} label="Deviations" row={(at) => <DeviationLine found={shown[at]!} />} />
    </>
  );
}
