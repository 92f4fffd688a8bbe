// The data of campaign plots. Members of samples may be missing.
import type { MutantResult, Sample } from 'report';

// The points that have the member, in chronological order.
export function valuesOf(series: Sample[], of: keyof Sample): [number, number][] {
  const points: [number, number][] = [];
  for (const sample of series) {
    const value = sample[of];
    if (Number.isFinite(sample.elapsed_s) && Number.isFinite(value)) points.push([sample.elapsed_s, value as number]);
  }
  return points.sort(([a], [b]) => a - b);
}

// The axis of time begins at 0, when the run began, not at its first sample.
export const fromZero = (last: number): [number, number] => [0, last > 0 ? last : 1];

export const survivors = (results: MutantResult[]): MutantResult[] => results.filter((one) => one.caught_after_s === undefined);

export interface Survival {
  times: number[];
  alive: number[][]; // one list per group: percentage not yet caught at each of the times
}

// Times below a millisecond are shown as one millisecond: shorter times do not matter, and a logarithmic scale has
// no zero.
const at_once_s = 0.001;

// All groups use the same times: half of that minimum, and each time at which a mutant was caught.
export function survivalOf(groups: MutantResult[][]): Survival {
  const caught = (group: MutantResult[]) => group.flatMap((one) => (one.caught_after_s === undefined ? [] : [Math.max(one.caught_after_s, at_once_s)]));
  const times = [...new Set([at_once_s / 2, ...groups.flatMap(caught)])].sort((a, b) => a - b);
  const alive = groups.map((group) => {
    const ends = caught(group).sort((a, b) => a - b);
    let gone = 0;
    return times.map((time) => {
      while (gone < ends.length && ends[gone]! <= time) ++gone;
      return (100 * (group.length - gone)) / group.length;
    });
  });
  return { times, alive };
}
