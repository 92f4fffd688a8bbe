// The texts that filters search: the description of each kind of deviation, rule and script.
import { stepOf, type Deviation, type Model } from './model.ts';
import type { RuleWords } from 'report';
import { once, prepared, type Sought } from './search.ts';

export interface Texts {
  deviations: () => Sought<Deviation>[];
  rules: () => Sought<RuleWords>[];
  scripts: (run: number) => Sought<number>[];
}

function textOf(model: Model, found: Deviation): string {
  const { run, group } = found;
  const says = model.rule.get(group.rule)?.says ?? '';
  return [group.rule, group.reading, group.function, group.observed, says, group.shortest.script, stepOf(found)?.call, run.name].join('\n');
}

export function textsOf(model: Model): Texts {
  const scripts = model.runs.map((run) =>
    once(() => {
      const all = run.report.scripts;
      return prepared([...all.keys()], (at) => `${all[at]!.name}\n${all[at]!.comment}\n${all[at]!.origin}`);
    }),
  );
  return {
    deviations: once(() => prepared(model.deviations, (found) => textOf(model, found))),
    rules: once(() =>
      prepared(model.rules, (rule) => [rule.id, rule.says, rule.function, rule.page, rule.section, rule.reading].join('\n')),
    ),
    scripts: (run) => scripts[run]!(),
  };
}
