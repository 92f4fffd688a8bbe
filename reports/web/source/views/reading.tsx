// One question: its answers and their sources, which runs follow which answer, and the steps that show it.
import { readingHref, ruleHref, type Run } from '../data/model.ts';
import { isAnswered } from '../data/readings.ts';
import type { QuestionWords } from 'report';
import { legible, listed } from '../data/words.ts';
import { Missing } from '../parts/missing.tsx';
import { href, usePage } from '../parts/page.tsx';
import { EvidenceList } from './deviation.tsx';
import { DifferenceList } from './differences.tsx';
import { DeviationLine } from './overview.tsx';
import { Followed } from './readings.tsx';

function Answers({ question }: { question: QuestionWords }) {
  const { model } = usePage();
  const followers = (answer: string) =>
    model.runs.filter((run) =>
      run.report.readings.some((one) => one.question === question.id && isAnswered(one) && one.answers.includes(answer)),
    );
  return (
    <section>
      <h2>Possible answers</h2>
      <dl class="answers">
        {question.answers.map((answer) => (
          <div key={answer.id}>
            <dt>
              <span class="answer">{legible(answer.id)}</span>
              <span class="soft">
                {answer.basis === 'documented' ? 'a page allows it' : 'observed, but the pages contradict it'}
                {answer.windows && ', allowed by the profile windows'}
                {answer.windows_subjects?.length > 0 && ` for ${listed(answer.windows_subjects.map(legible), 'and')}`}
              </span>
            </dt>
            <dd>{legible(answer.source)}</dd>
            {model.runs.length > 1 && followers(answer.id).length > 0 && (
              <dd class="soft">
                Followed by <span class="code">{listed(followers(answer.id).map((run) => legible(run.name)), 'and')}</span>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function SeenAt({ run, question }: { run: Run; question: string }) {
  const { model } = usePage();
  const evidence = run.report.readings.filter((one) => one.question === question).flatMap((one) => one.evidence);
  if (evidence.length === 0) return null;
  return (
    <section>
      <h2>
        Steps that show it{' '}
        {model.runs.length > 1 && (
          <>
            of <span class="code">{legible(run.name)}</span>
          </>
        )}
      </h2>
      <EvidenceList run={run} evidence={evidence} />
    </section>
  );
}

function Rules({ question }: { question: string }) {
  const { model } = usePage();
  const rules = model.rules.filter((rule) => rule.reading === question);
  if (rules.length === 0) return null;
  return (
    <section>
      <h2>Rules that depend on its answer</h2>
      <ul class="because">
        {rules.map((rule) => (
          <li key={rule.id}>
            <a href={ruleHref(rule.id)}>{legible(rule.says)}</a>
            <span class="code soft">{rule.id}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Inconsistent({ question }: { question: string }) {
  const { model } = usePage();
  const found = model.runs.flatMap((run) => run.deviationsOfReading.get(question) ?? []);
  if (found.length === 0) return null;
  return (
    <section>
      <h2>Inconsistent answers</h2>
      <ul class="lines">
        {found.slice(0, 200).map((one) => (
          <li key={`${one.run.index}/${one.number}`}>
            <DeviationLine found={one} by="call" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Differing({ question }: { question: string }) {
  const { model } = usePage();
  const differences = (model.comparison?.differences ?? []).filter((one) => one.reading === question);
  return <DifferenceList title="Where the implementations differ" differences={differences} />;
}

export function ReadingPage() {
  const { model, route } = usePage();
  const id = route.path.join('/');
  const question = model.question.get(id);
  if (!question) {
    return <Missing what="question" view="readings" all="All readings" />;
  }
  return (
    <article>
      <header class="hero">
        <p class="kicker">
          <a href={href('readings')}>Readings</a> /{' '}
          <a class="code" href={readingHref(id)}>
            {id}
          </a>
        </p>
        <h1 tabIndex={-1}>{legible(question.asks)}</h1>
      </header>
      <Differing question={id} />
      <Inconsistent question={id} />
      <section>
        <h2>Answers by implementation</h2>
        <Followed question={id} />
      </section>
      <Answers question={question} />
      {model.runs.map((run) => (
        <SeenAt key={run.index} run={run} question={id} />
      ))}
      <Rules question={id} />
    </article>
  );
}
