import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { number } from '../data/words.ts';
import { Symbol, wordOf, type Marked } from './marks.tsx';
import { useAsked, usePage } from './page.tsx';

// The key / leads here from everywhere in the view.
export function SearchField({ label, name = 'q' }: { label: string; name?: string }) {
  const [query, setQuery] = useAsked(name);
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setQuery('');
  };
  return (
    <label class="search">
      <span class="sr-only">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={query}
        data-search
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={leave}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

interface Choice {
  value: string;
  words?: string;
}

export function Choose({ label, name, choices }: { label: string; name: string; choices: Choice[] }) {
  const [value, setValue] = useAsked(name);
  return (
    <label class="choose">
      <span>{label}</span>
      <select value={value} onChange={(event) => setValue(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words ?? choice.value}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Chip {
  value: string;
  count: number;
  mark?: Marked;
  words?: string;
}

// One of a few, each with how many there are. Pressed again it no longer counts.
export function Chips({ label, name, chips }: { label: string; name: string; chips: Chip[] }) {
  const [value, setValue] = useAsked(name);
  return (
    <div class="chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          aria-pressed={value === chip.value}
          onClick={() => setValue(value === chip.value ? '' : chip.value)}
        >
          {chip.mark && <Symbol of={chip.mark} />}
          <span>{chip.words ?? (chip.mark && wordOf[chip.mark])}</span>
          <span class="tally">{number(chip.count)}</span>
        </button>
      ))}
    </div>
  );
}

// Which of several reports a view is about.
export function ChooseRun() {
  const { model } = usePage();
  if (model.runs.length < 2) return null;
  const choices = model.runs.map((run) => ({ value: run.index === 0 ? '' : String(run.index), words: run.name }));
  return <Choose label="Implementation" name="of" choices={choices} />;
}

// Says how many are left once typing pauses, for who doesn't see the list.
export function Shown({ children }: { children: string }) {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(children), 500);
    return () => clearTimeout(timer);
  }, [children]);
  return (
    <p class="shown">
      <span aria-hidden="true">{children}</span>
      <span class="sr-only" role="status">
        {said}
      </span>
    </p>
  );
}

export function FilterBar({ children }: { children: ComponentChildren }) {
  return (
    <div class="filters" role="search">
      {children}
    </div>
  );
}
