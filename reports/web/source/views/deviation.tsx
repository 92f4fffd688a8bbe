// One kind of deviation: the call, the allowed and the observed reply, the reasons, and how to repeat it.
import { findFinding, findScript, readingHref, ruleHref, scriptHref, type Found, type Run } from '../data/model.ts';
import type { EvidenceWords, StepResult as Judged } from 'report';
import { count, legible, listed, number, sentence } from '../data/words.ts';
import { MachineDiagram } from '../parts/machine.tsx';
import { Symbol } from '../parts/marks.tsx';
import { href, usePage, useRun } from '../parts/page.tsx';
import { Reproducers } from '../parts/reproducers.tsx';
import { Steps } from '../parts/steps.tsx';

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
      <td class="code">{legible(allowed)}</td>
      <td class="code">
        {legible(observed)}
        <Symbol of={wrong ? 'deviates' : 'conforms'} />
        <span class="sr-only">{wrong ? ', not allowed' : ', allowed'}</span>
      </td>
    </tr>
  );
}

function Differences({ step, observed }: { step: Judged; observed: string }) {
  const refused = !step.allowed.includes(observed);
  const statusIsWrong = refused || (step.mismatches.length === 0 && step.contradicts.length === 0);
  return (
    <div class="wide" tabIndex={0} role="region" aria-label="Allowed and observed">
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr-only">Member</span>
            </th>
            <th scope="col">allowed</th>
            <th scope="col">observed</th>
          </tr>
        </thead>
        <tbody>
          <Difference wrong={statusIsWrong} member="Status" allowed={listed(step.allowed) || 'nothing'} observed={step.reply} />
          {step.mismatches.map((mismatch, at) => (
            <Difference key={at} wrong member={mismatch.member} allowed={mismatch.allowed} observed={mismatch.observed} rule={mismatch.rule} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EvidenceLink({ run, evidence }: { run: Run; evidence: EvidenceWords }) {
  const at = findScript(run, evidence.script, null);
  const words = `${evidence.place} of ${legible(evidence.script || 'an unnamed script')}`;
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
                {rule && rule.page !== '' && `${rule.page}, ${rule.section}`} <span class="code">{id}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {step.contradicts.length > 0 && (
        <div class="note">
          <p>
            The documents allow several answers to <a href={readingHref(step.contradicts[0]!.question)}>{step.contradicts[0]!.question}</a>, but one
            implementation must always give the same one. Earlier steps:
          </p>
          <EvidenceList run={run} evidence={step.contradicts} />
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

function KnownAs({ found }: { found: Found }) {
  const known = found.run.report.known;
  const entries = new Set((known?.matches ?? []).filter((match) => match.group === found.number && match.entry !== undefined).map((match) => match.entry!));
  if (!known || entries.size === 0) return null;
  return (
    <div class="note">
      {[...entries].map((at) => {
        const entry = known.entries[at]!;
        return (
          <p key={at}>
            <strong>Known</strong> in <span class="code">{legible(entry.script)}</span>: {sentence(legible(entry.reason))}{' '}
            {entry.link !== '' && <span class="code">{legible(entry.link)}</span>} {entry.expires !== '' && `Until ${entry.expires}.`}
          </p>
        );
      })}
    </div>
  );
}

function ShownBy({ found }: { found: Found }) {
  const { run, group } = found;
  return (
    <section>
      <h2>Scripts that show it</h2>
      {group.generated_findings > 0 && <p>{count(group.generated_findings, 'time')} in generated scripts.</p>}
      <ul class="columns">
        {group.scripts.slice(0, 200).map(({ name }) => {
          const at = run.scriptIndex.get(name);
          return (
            <li key={name} class="code">
              {at === undefined ? legible(name) : <a href={scriptHref(run, at)}>{legible(name)}</a>}
            </li>
          );
        })}
      </ul>
      {group.scripts.length > 200 && <p>and {number(group.scripts.length - 200)} more.</p>}
    </section>
  );
}

function Head({ found, step }: { found: Found; step: Judged | undefined }) {
  const { model } = usePage();
  const { run, group } = found;
  const rule = model.rule.get(group.rule);
  return (
    <header class="hero">
      <p class="kicker">
        <a href={href('findings')}>Findings</a> / <a class="code" href={ruleHref(group.rule)}>{group.rule}</a>
      </p>
      <h1 tabIndex={-1}>{sentence(legible(rule?.says || group.rule))}</h1>
      <p class="lead">
        <Symbol of={found.standing} /> <span class="code">{legible(run.name)}</span>{' '}
        {found.standing === 'known' ? 'is known to deviate' : 'deviates'}: <span class="code">{group.function}</span> gave <span class="code">{group.observed}</span>
        {step && step.allowed.length > 0 && !step.allowed.includes(group.observed) && (
          <>
            {' '}
            where <span class="code">{listed(step.allowed)}</span> is allowed
          </>
        )}
        , {count(group.findings, 'time')}.
      </p>
      {rule && rule.page !== '' && (
        <p class="source">
          {rule.page}, {rule.section}
        </p>
      )}
      <KnownAs found={found} />
    </header>
  );
}

export function FindingPage() {
  const { route } = usePage();
  const run = useRun();
  const found = findFinding(run, route.path);
  if (!found) {
    return (
      <>
        <h1 tabIndex={-1}>No such finding</h1>
        <p class="lead">
          The deviation may no longer exist. <a href={href('findings')}>All findings</a>
        </p>
      </>
    );
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
