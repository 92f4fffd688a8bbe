// A script in every form that repeats it: a command, the script, and stand-alone programs.
import type { Export } from 'report';
import { legible } from '../data/words.ts';
import { Snippet } from './copy.tsx';
import { usePage } from './page.tsx';
import { Tabs, type Tab } from './tabs.tsx';

interface Form {
  id: string;
  name: string;
  about: string;
}

const forms: Form[] = [
  { id: 'textproto', name: 'Script', about: 'For the option --scripts and for netioconf export.' },
  { id: 'c', name: 'C', about: 'Builds with mingw-w64 or MSVC against the real headers; its exit status shows whether the implementation deviates.' },
  { id: 'gtest', name: 'GoogleTest', about: 'For the test suite of an implementation.' },
  { id: 'powershell', name: 'PowerShell', about: 'For a Windows machine without a compiler.' },
  { id: 'ip', name: 'ip', about: 'For the Linux kernel, with iproute2, in a separate network namespace.' },
];

interface Repeated {
  path: string; // empty if the script is in no file
  exports: Export[];
}

// A report carries programs for the shortest scripts of its first kinds of deviation only.
function LeftOut({ form, path }: { form: Form; path: string }) {
  const { model } = usePage();
  if (path === '') return <p>Programs are on the page for the first kinds of deviation only; report.json has this script.</p>;
  const program = model.runs[0]?.report.command.split(' ')[0] || 'netioconf';
  return (
    <>
      <p>Programs are on the page for the first kinds of deviation only. This command prints this one:</p>
      <Snippet text={`${program} export ${path} --as ${form.id}`} what={`command for ${form.name}`} />
    </>
  );
}

function Program({ form, script }: { form: Form; script: Repeated }) {
  const found = script.exports.find((one) => one.form === form.id);
  if (found === undefined) return <LeftOut form={form} path={script.path} />;
  if (found.text === '') return <p>This form can’t express the script: {legible(found.why_not)}.</p>;
  return (
    <>
      <p class="soft">{form.about}</p>
      <Snippet text={found.text} what={form.name} />
    </>
  );
}

export function Reproducers({ command, script }: { command?: string; script: Repeated | undefined }) {
  const tabs: Tab[] = [];
  if (command !== undefined) tabs.push({ name: 'Command', content: <Snippet text={command} what="command" /> });
  if (script !== undefined) {
    tabs.push(...forms.map((form) => ({ name: form.name, content: <Program form={form} script={script} />, onlyOnScreen: form.id !== 'textproto' })));
  }
  return (
    <section>
      <h2>To repeat it</h2>
      <Tabs label="Forms that repeat it" tabs={tabs} />
    </section>
  );
}
