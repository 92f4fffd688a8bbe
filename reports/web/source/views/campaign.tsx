// The progress of a campaign over time, and the time until mutants were caught.
import { useMemo } from 'preact/hooks';
import type { Sample } from 'report';
import { valuesOf } from '../data/series.ts';
import { count, duration, kindsOfDeviation, number } from '../data/words.ts';
import { ChooseRun, FilterBar } from '../parts/filter.tsx';
import { Plot, type Line } from '../parts/plot.tsx';
import { useRun } from '../parts/page.tsx';
import { NotCaught, Survival } from './mutation_score.tsx';

type Measure = Exclude<keyof Sample, 'elapsed_s'>;

const plots: { title: string; lines: { name: string; of: Measure }[] }[] = [
  { title: 'Executions', lines: [{ name: 'executions', of: 'executions' }] },
  { title: 'Executions per second', lines: [{ name: 'executions per second', of: 'rate' }] },
  { title: 'Coverage features', lines: [{ name: 'features', of: 'features' }] },
  { title: 'Rules reached', lines: [{ name: 'rules', of: 'rules_reached' }] },
  { title: 'Outcomes of kinds of input', lines: [{ name: 'outcomes', of: 'outcomes_reached' }] },
  { title: 'Kinds of deviation', lines: [{ name: 'kinds of deviation', of: 'kinds_of_deviation' }] },
];

function SeriesPlot({ title, name, series, of }: { title: string; name: string; series: Sample[]; of: Measure }) {
  const [times, line] = useMemo((): [number[], Line] => {
    const values = valuesOf(series, of);
    return [values.map(([time]) => time), { name, values: values.map(([, value]) => value) }];
  }, [series, of]);
  if (times.length === 0) return null;
  const last = line.values[line.values.length - 1] ?? 0;
  const end = times[times.length - 1]!;
  const all = series[series.length - 1]!.executions;
  const said = of === 'rate' && all !== undefined ? `${number(Math.round(all / end))} on average` : `${number(Math.round(last * 10) / 10)} after ${duration(end)}`;
  return <Plot title={title} said={said} times={times} lines={[line]} />;
}

function saidOf({ elapsed_s, executions, kinds_of_deviation }: Sample): string {
  const ran = executions === undefined ? duration(elapsed_s) : `${duration(elapsed_s)}, ${count(executions, 'execution')}`;
  const found = kinds_of_deviation === undefined ? '' : `; they found ${kindsOfDeviation(kinds_of_deviation)}`;
  return `${ran}${found}. The other views are about the scripts: the committed ones and those that the campaign kept.`;
}

export function Campaign() {
  const run = useRun();
  const { series, mutants } = run.report;
  const last = series[series.length - 1];
  return (
    <>
      <h1 tabIndex={-1}>Campaign</h1>
      <p class="lead">
        {last ? saidOf(last) : 'This report has no series of samples.'}
      </p>
      <FilterBar>
        <ChooseRun />
      </FilterBar>
      <div class="plots">
        {plots.flatMap(({ title, lines }) => lines.map(({ name, of }) => <SeriesPlot key={of} title={title} name={name} series={series} of={of} />))}
      </div>
      {mutants.length > 0 && (
        <section>
          <h2>Mutants not yet caught over time</h2>
          <Survival results={mutants} />
          <NotCaught results={mutants} />
        </section>
      )}
    </>
  );
}
