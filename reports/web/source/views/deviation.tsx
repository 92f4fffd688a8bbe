// A kind of deviation: the call, the allowed and the observed reply, the reasons, and how to repeat it.
import { statusesText, statusIsWrong } from '../data/deviations.ts';
import { findDeviation, findScript, grouped, readingHref, ruleHref, scriptHref, type Deviation, type Run } from '../data/model.ts';
import { otherAnswers } from '../data/readings.ts';
import type { EvidenceWords, Group, StepResult as Judged } from 'report';
import { count, legible, legibleLines, listed, number, pageOf, sentence } from '../data/words.ts';
import { MachineDiagram } from '../parts/machine.tsx';
import { Symbol } from '../parts/marks.tsx';
import { Missing } from '../parts/missing.tsx';
import { href, usePage, useRun } from '../parts/page.tsx';
import { Reproducers } from '../parts/reproducers.tsx';
import { Steps } from '../parts/steps.tsx';
import { Cell, Table } from '../parts/table.tsx';

function Difference({ wrong, member, allowed, observed, rule }: { wrong: boolean; member: string; allowed: string; observed: string; rule?: string }) {
  return (
    <tr class={wrong ? 'wrong' : ''}>
      <th scope="row">
        {legible(member)}
        {rule && (
          <a class="code soft" href={ruleHref(rule)}>
            {rule}
          </a>
        )}
      </th>
      <Cell head="allowed" class="code lines-kept">
        {legibleLines(allowed)}
      </Cell>
      <Cell head="observed" class="code lines-kept">
        {legibleLines(observed)}
        <Symbol of={wrong ? 'deviates' : 'conforms'} />
        <span class="sr-only">{wrong ? ', not allowed' : ', allowed'}</span>
      </Cell>
    </tr>
  );
}

const heads = [{ words: 'Member', shown: <span class="sr-only">Member</span> }, { words: 'allowed' }, { words: 'observed' }];

function Differences({ step, observed }: { step: Judged; observed: string }) {
  return (
    <Table label="Allowed and observed" heads={heads} class="differences">
      <Difference wrong={statusIsWrong(step, observed)} member="Status" allowed={statusesText(step.allowed)} observed={step.reply} />
      {step.mismatches.map((mismatch, at) => (
        <Difference key={at} wrong member={mismatch.member} allowed={mismatch.allowed} observed={mismatch.observed} rule={mismatch.rule} />
      ))}
    </Table>
  );
}

export function EvidenceLink({ run, evidence }: { run: Run; evidence: EvidenceWords }) {
  const at = findScript(run, evidence.script, null);
  const words = legible(`${evidence.place} of ${evidence.script || 'an unnamed script'}`);
  return at === undefined ? <span class="code">{words}</span> : <a class="code" href={scriptHref(run, at)}>{words}</a>;
}

export function EvidenceList({ run, evidence }: { run: Run; evidence: EvidenceWords[] }) {
  return (
    <ul class="plain">
      {evidence.map((one, at) => (
        <li key={at}>
          <EvidenceLink run={run} evidence={one} /> followed <q>{legible(one.answer)}</q>
        </li>
      ))}
    </ul>
  );
}

function Why({ run, step }: { run: Run; step: Judged }) {
  const { model } = usePage();
  const ids = [...new Set([step.rule, ...step.because])].filter((id) => id !== '');
  return (
    <section>
      <h2>Why this is not allowed</h2>
      <ul class="because">
        {ids.map((id) => {
          const rule = model.rule.get(id);
          return (
            <li key={id}>
              <a href={ruleHref(id)}>{sentence(legible(rule?.says || id))}</a>
              <span class="soft">
                {rule && rule.page !== '' && `${pageOf(rule, step.function)}, ${rule.section}`} <span class="code">{id}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {step.contradicts.length > 0 && (
        <div class="note">
          <p>
            The documents allow several answers to <a href={readingHref(step.contradicts[0]!.question)}>{step.contradicts[0]!.question}</a>, but one
            implementation must always give the same one:
          </p>
          <EvidenceList run={run} evidence={step.contradicts} />
          <p>
            {step.place} follows <q>{legible(otherAnswers(model.question.get(step.contradicts[0]!.question), step.contradicts))}</q>
          </p>
        </div>
      )}
      {step.explained_by.length > 0 && (
        <div class="note">
          <p>The profile rules out these answers, which would explain it:</p>
          <ul class="plain">
            {step.explained_by.map((one, at) => (
              <li key={at}>
                <q>{legible(one.answer)}</q> to <a href={readingHref(one.question)}>{one.question}</a>
                {one.subject !== '' && ` of ${legible(one.subject)}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const namesShown = 3;

function KnownIn({ scripts }: { scripts: string[] }) {
  const names = listed(scripts.map(legible), 'and');
  if (scripts.length <= namesShown) return <span class="code">{names}</span>;
  return (
    <details>
      <summary>In {count(scripts.length, 'script')}</summary>
      <span class="code">{names}</span>
    </details>
  );
}

// The entries of the known list that cover deviations of this kind. One reason may apply to many scripts.
function KnownAs({ found }: { found: Deviation }) {
  const known = found.run.report.known;
  const covering = new Set((known?.matches ?? []).filter((match) => match.group === found.number && match.entry !== undefined).map((match) => match.entry!));
  if (!known || covering.size === 0) return null;
  const entries = [...covering].map((at) => known.entries[at]!);
  return (
    <div class="note">
      {[...grouped(entries, (entry) => [entry.reason, entry.link, entry.expires].join('\n')).values()].map((same) => {
        const { reason, link, expires } = same[0]!;
        return (
          <div key={reason}>
            <strong>Known:</strong> {sentence(legible(reason))} {link !== '' && <span class="code">{legible(link)}</span>}{' '}
            {expires !== '' && `Until ${expires}.`} <KnownIn scripts={same.map((entry) => entry.script)} />
          </div>
        );
      })}
    </div>
  );
}

function ShownBy({ found }: { found: Deviation }) {
  const { run, group } = found;
  return (
    <section>
      <h2>Scripts that show it</h2>
      {group.generated_findings > 0 && <p>{count(group.generated_findings, 'deviation')} in generated scripts.</p>}
      <ul class="columns">
        {group.scripts.slice(0, 200).map(({ name, findings }) => {
          const at = run.scriptIndex.get(name);
          return (
            <li key={name} class="code">
              {at === undefined ? legible(name) : <a href={scriptHref(run, at)}>{legible(name)}</a>}
              {findings > 1 && <span class="soft"> {number(findings)}×</span>}
            </li>
          );
        })}
      </ul>
      {group.scripts.length > 200 && <p>and {number(group.scripts.length - 200)} more.</p>}
    </section>
  );
}

// Entries of the known list may cover some of the deviations only.
function deviationsText({ findings, new_findings }: Group): string {
  const all = count(findings, 'deviation');
  if (new_findings === 0 || new_findings === findings) return all;
  return `${all}, ${number(new_findings)} of them ${new_findings === 1 ? 'is' : 'are'} new`;
}

function Head({ found, step }: { found: Deviation; step: Judged | undefined }) {
  const { model } = usePage();
  const { run, group } = found;
  const rule = model.rule.get(group.rule);
  return (
    <header class="hero">
      <p class="kicker">
        <a href={href('deviations')}>Deviations</a> / <a class="code" href={ruleHref(group.rule)}>{group.rule}</a>
      </p>
      <h1 tabIndex={-1}>{sentence(legible(rule?.says || group.rule))}</h1>
      <p class="lead">
        <Symbol of={found.standing} /> <span class="code">{legible(run.name)}</span>{' '}
        {found.standing === 'known' ? 'is known to deviate' : 'deviates'}: <span class="code">{group.function}</span> gave <span class="code">{group.observed}</span>
        {step && step.allowed.length > 0 && !step.allowed.includes(group.observed) && (
          <>
            {' '}
            where <span class="code">{statusesText(step.allowed)}</span> is allowed
          </>
        )}
        . {deviationsText(group)}.
      </p>
      {rule && rule.page !== '' && (
        <p class="source">
          {pageOf(rule, group.function)}, {rule.section}
        </p>
      )}
      <KnownAs found={found} />
    </header>
  );
}

export function DeviationPage() {
  const { route } = usePage();
  const run = useRun();
  const found = findDeviation(run, route.path);
  if (!found) {
    return <Missing what="deviation" view="deviations" all="All deviations" />;
  }
  const { shortest, observed } = found.group;
  const script = run.report.scripts[shortest.index];
  const step = script?.findings.find((finding) => finding.step === shortest.step);
  return (
    <article>
      <Head found={found} step={step} />
      {script && step && (
        <div class="beside">
          <section>
            <h2>What happened</h2>
            <p>
              <a class="code" href={scriptHref(run, shortest.index)}>
                {legible(script.name || 'generated script')}
              </a>
              , {step.place}. {script.comment !== '' && sentence(legible(script.comment))}
            </p>
            <p class="call code">{legible(step.call)}</p>
            <Differences step={step} observed={observed} />
          </section>
          <section>
            <h2>The machine</h2>
            {script.machine && <MachineDiagram machine={script.machine} words={script.host} call={step.call} />}
            {script.initial.length > 0 && (
              <>
                <p class="soft">In its tables before the first step:</p>
                <ul class="plain">
                  {script.initial.map((entry, at) => (
                    <li key={at} class="code">
                      {legible(entry)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      )}
      {step && <Why run={run} step={step} />}
      <Reproducers command={script?.replay} script={script} />
      {script && script.findings.length > 1 && (
        <section>
          <h2>All steps</h2>
          <Steps findings={script.findings} here={shortest.step} />
        </section>
      )}
      <ShownBy found={found} />
    </article>
  );
}
