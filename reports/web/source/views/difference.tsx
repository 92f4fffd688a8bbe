// One difference: the answers of the implementations, which of them the documents allow, and how to repeat it.
import { deviatingRuns, findDifference, followedIn, kindWords, namesOf, saysOf } from '../data/differences.ts';
import { statusesText } from '../data/deviations.ts';
import { otherAnswers } from '../data/readings.ts';
import { readingHref, ruleHref, type Run } from '../data/model.ts';
import type { AgreeingWords, ComparedReply, ComparedStep, DifferenceWords } from 'report';
import { count, legible, legibleLines, listed, number, sentence } from '../data/words.ts';
import { MachineDiagram } from '../parts/machine.tsx';
import { Mark, Symbol } from '../parts/marks.tsx';
import { Missing } from '../parts/missing.tsx';
import { href, usePage } from '../parts/page.tsx';
import { Reproducers } from '../parts/reproducers.tsx';
import { Cell, Table } from '../parts/table.tsx';
import { EvidenceLink } from './deviation.tsx';

function Head({ difference }: { difference: DifferenceWords }) {
  const { model } = usePage();
  const rule = model.rule.get(difference.rule);
  const deviating = deviatingRuns(difference);
  return (
    <header class="hero">
      <p class="kicker">
        <a href={href('differences')}>Differences</a> / <span class="code">{legible(difference.id)}</span>
      </p>
      <h1 tabIndex={-1}>{sentence(legible(saysOf(model, difference)))}</h1>
      <p class="lead">
        {deviating.length > 0 && (
          <>
            <Symbol of="deviates" /> <span class="code">{namesOf(model, deviating)}</span> {deviating.length === 1 ? 'breaks it' : 'break it'}
            {difference.kind === 'broken' ? ', others keep it. ' : '. '}
          </>
        )}
        {difference.kind !== 'broken' && kindWords[difference.kind].why} Seen {count(difference.places, 'time')}.
      </p>
      {rule && rule.page !== '' && (
        <p class="source">
          {rule.page}, {rule.section}
        </p>
      )}
    </header>
  );
}

// The answer that each implementation of a group follows in its whole run, and a step that shows it.
function FollowedBefore({ difference, group }: { difference: DifferenceWords; group: AgreeingWords }) {
  const { model } = usePage();
  const followed = followedIn(model, difference, group);
  return (
    <>
      {followed.map(({ runs, text, evidence }) => (
        <span key={text} class="soft">
          {followed.length > 1 && `${namesOf(model, runs)}: `}
          {legible(text)}
          {evidence && (
            <>
              , <EvidenceLink run={model.runs[runs[0]!]!} evidence={evidence} />
            </>
          )}
        </span>
      ))}
    </>
  );
}

// What an earlier step followed, which this one contradicts.
function Contradicted({ reply, run }: { reply: ComparedReply; run: Run }) {
  const { model } = usePage();
  const [first] = reply.contradicts;
  if (first === undefined) return null;
  return (
    <span class="soft">
      {legible(first.question)}
      {first.subject !== '' && ` of ${legible(first.subject)}`}:{' '}
      {reply.contradicts.map((one, at) => (
        <span key={at}>
          <EvidenceLink run={run} evidence={one} /> followed <q>{legible(one.answer)}</q>;{' '}
        </span>
      ))}
      this step follows <q>{legible(otherAnswers(model.question.get(first.question), reply.contradicts))}</q>
    </span>
  );
}

function AgreeingGroupRow({ difference, group, step }: { difference: DifferenceWords; group: AgreeingWords; step: ComparedStep | undefined }) {
  const { model } = usePage();
  const [first] = group.implementations;
  const reply = step?.replies.find((one) => one.implementation === first);
  const allowed = group.verdict === 'conforms' ? 'allowed' : undefined;
  return (
    <tr class={group.verdict === 'deviates' ? 'wrong' : ''}>
      <th scope="row">
        {group.implementations.map((run) => (
          <a key={run} class="code" href={href('run', [], { of: run })}>
            {namesOf(model, [run])}
          </a>
        ))}
      </th>
      <Cell head="answered" class="code">
        <span class="lines-kept">{legibleLines(group.reply)}</span>
        {(reply?.mismatches ?? []).map((one, at) => (
          <span key={at} class="soft">
            {legible(one.member)}: {legible(one.observed)} where {legible(one.allowed)} is allowed
          </span>
        ))}
        {reply && <Contradicted reply={reply} run={model.runs[first!]!} />}
        {reply !== undefined && reply.why !== '' && <span class="soft">{legible(reply.why)}</span>}
        {reply?.contradicts.length === 0 && <FollowedBefore difference={difference} group={group} />}
      </Cell>
      <Cell head="verdict">
        <Mark of={group.verdict} word={allowed} />
      </Cell>
    </tr>
  );
}

const heads = ['Implementations', 'answered', 'verdict'].map((words) => ({ words }));

function Camps({ difference }: { difference: DifferenceWords }) {
  const { shortest } = difference;
  const step = shortest.steps.find((one) => one.parts);
  return (
    <section>
      <h2>Answers by implementation</h2>
      <p>
        <span class="code">{legible(shortest.name || 'generated script')}</span>, {shortest.place}. {sentence(legible(shortest.comment))}
      </p>
      <p class="call code">{legible(step?.call ?? '')}</p>
      <Table label="Answers by implementation" heads={heads} class="agreeing">
        {difference.agreeing.map((group, at) => (
          <AgreeingGroupRow key={at} difference={difference} group={group} step={step} />
        ))}
      </Table>
      {shortest.allowed.length > 0 && (
        <p class="soft">
          The documents allow <span class="code">{statusesText(shortest.allowed)}</span>.
        </p>
      )}
    </section>
  );
}

function Why({ difference }: { difference: DifferenceWords }) {
  const { model } = usePage();
  const rules = difference.rule === '' ? difference.rules : [difference.rule];
  const question = model.question.get(difference.reading);
  if (rules.length === 0 && !question) return null;
  return (
    <section>
      <h2>What the documents say</h2>
      <ul class="because">
        {rules.map((id) => {
          const rule = model.rule.get(id);
          return (
            <li key={id}>
              <a href={ruleHref(id)}>{sentence(legible(rule?.says || id))}</a>
              <span class="soft">
                {rule && rule.page !== '' && `${rule.page}, ${rule.section}`} <span class="code">{legible(id)}</span>
              </span>
            </li>
          );
        })}
        {question && (
          <li>
            <a href={readingHref(question.id)}>{legible(question.asks)}</a>
            <span class="soft">
              possible answers: {legible(listed(question.answers.map((answer) => answer.id)))} <span class="code">{legible(question.id)}</span>
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

// Equal replies are shown once.
function StepRow({ step }: { step: ComparedStep }) {
  const { model } = usePage();
  const replies = [...new Set(step.replies.map((one) => one.reply))];
  const who = (reply: string) => step.replies.filter((one) => one.reply === reply).map((one) => one.implementation);
  const wrong = step.replies.some((one) => one.verdict === 'deviates');
  return (
    <li class={wrong ? 'step here' : 'step'} aria-current={step.parts ? 'step' : undefined}>
      <Symbol of={wrong ? 'deviates' : step.parts ? 'undecided' : 'conforms'} />
      <div>
        <p class="place">{step.place}</p>
        <p class="code">{legible(step.call)}</p>
        {replies.map((reply) => (
          <p key={reply} class="code reply lines-kept">
            <span aria-hidden="true">→ </span>
            <span class="sr-only">gave </span>
            {legibleLines(reply)} {replies.length > 1 && <span class="who">{namesOf(model, who(reply))}</span>}
          </p>
        ))}
      </div>
    </li>
  );
}

function TheWayThere({ steps }: { steps: ComparedStep[] }) {
  if (steps.length < 2) return null;
  return (
    <section>
      <h2>All steps</h2>
      <ol class="steps">
        {steps.map((step) => (
          <StepRow key={step.place} step={step} />
        ))}
      </ol>
    </section>
  );
}

function ShownBy({ difference }: { difference: DifferenceWords }) {
  return (
    <section>
      <h2>Scripts that show it</h2>
      {difference.generated_places > 0 && <p>{count(difference.generated_places, 'time')} in generated scripts.</p>}
      <ul class="columns">
        {difference.scripts.slice(0, 200).map(({ name, findings }) => (
          <li key={name} class="code">
            <a href={href('script', name.split('/'))}>{legible(name)}</a>
            {findings > 1 && <span class="soft"> {number(findings)}×</span>}
          </li>
        ))}
      </ul>
      {difference.scripts.length > 200 && <p>and {number(difference.scripts.length - 200)} more.</p>}
    </section>
  );
}

export function DifferencePage() {
  const { model, route } = usePage();
  const difference = findDifference(model, route.path);
  if (!difference) {
    return <Missing what="difference" view="differences" all="All differences" />;
  }
  const { shortest } = difference;
  const step = shortest.steps.find((one) => one.parts);
  return (
    <article>
      <Head difference={difference} />
      <div class="beside">
        <Camps difference={difference} />
        <section>
          <h2>The machine</h2>
          <MachineDiagram machine={shortest.machine} words={shortest.host} call={step?.call ?? ''} />
        </section>
      </div>
      <Why difference={difference} />
      <Reproducers command={difference.replay} script={shortest} />
      <TheWayThere steps={shortest.steps} />
      <ShownBy difference={difference} />
    </article>
  );
}
