// How a campaign went: what it had done and reached over time, and how long mutants lived.
import { useMemo } from 'preact/hooks';
import { grouped } from '../data/model.ts';
import type { Hunted, Sample } from '../data/report.ts';
import { survivalOf, survivors, valuesOf } from '../data/series.ts';
import { count, duration, legible, number } from '../data/words.ts';
import { ChooseRun, FilterBar } from '../parts/filter.tsx';
import { Plot, type Line } from '../parts/plot.tsx';
import { useRun } from '../parts/page.tsx';

type Measure = Exclude<keyof Sample, 'elapsed_s'>;

const plots: { title: string; lines: { name: string; of: Measure }[] }[] = [
  { title: 'Executions', lines: [{ name: 'executions', of: 'executions' }] },
  { title: 'Executions in a second', lines: [{ name: 'executions in a second', of: 'rate' }] },
  { title: 'Features of coverage', lines: [{ name: 'features', of: 'features' }] },
  { title: 'Rules reached', lines: [{ name: 'rules', of: 'rules_reached' }] },
  { title: 'Kinds of input with their outcome', lines: [{ name: 'kinds', of: 'outcomes_reached' }] },
  { title: 'Findings', lines: [{ name: 'findings', of: 'findings' }] },
];

function SeriesPlot({ title, name, series, of }: { title: string; name: string; series: Sample[]; of: Measure }) {
  const [times, line] = useMemo((): [number[], Line] => {
    const values = valuesOf(series, of);
    return [values.map(([time]) => time), { name, values: values.map(([, value]) => value) }];
  }, [series, of]);
  if (times.length === 0) return null;
  const last = line.values[line.values.length - 1] ?? 0;
  return <Plot title={title} said={`${number(Math.round(last * 10) / 10)} after ${duration(times[times.length - 1]!)}`} times={times} lines={[line]} />;
}

function Survival({ hunted }: { hunted: Hunted[] }) {
  const { times, lines } = useMemo(() => {
    const groups = [...grouped(hunted, (one) => one.by)];
    const curves = survivalOf(groups.map(([, members]) => members));
    return { times: curves.times, lines: groups.map(([by], at): Line => ({ name: by, values: curves.alive[at]! })) };
  }, [hunted]);
  const alive = survivors(hunted);
  return (
    <section>
      <h2>How long mutants lived</h2>
      <Plot
        title="Mutants not yet caught, in percent"
        said={`${number(hunted.length - alive.length)} of ${count(hunted.length, 'mutant')} caught`}
        times={times}
        lines={lines}
        stepped
      />
      {alive.length > 0 && (
        <>
          <h3>Not caught</h3>
          <ul class="columns">
            {alive.map((one) => (
              <li key={`${one.by} ${one.mutant}`} class="code">
                {legible(one.mutant)} <span class="soft">{legible(one.by)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function Campaign() {
  const run = useRun();
  const series = run.report.series ?? [];
  const hunted = run.report.hunted ?? [];
  const last = series[series.length - 1];
  return (
    <>
      <h1 tabIndex={-1}>Campaign</h1>
      <p class="lead">
        {last
          ? `${duration(last.elapsed_s)}${last.executions === undefined ? '' : `, ${count(last.executions, 'execution')}`}${last.findings === undefined ? '' : `, ${count(last.findings, 'kind of deviation', 'kinds of deviation')}`}.`
          : 'This report has no series of samples.'}
      </p>
      <FilterBar>
        <ChooseRun />
      </FilterBar>
      <div class="plots">
        {plots.flatMap(({ title, lines }) => lines.map(({ name, of }) => <SeriesPlot key={of} title={title} name={name} series={series} of={of} />))}
      </div>
      {hunted.length > 0 && <Survival hunted={hunted} />}
    </>
  );
}
