import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { legible, number } from '../data/words.ts';
import { Symbol, wordOf, type Marked } from './marks.tsx';
import { useAsked, usePage } from './page.tsx';

// The key / focuses this field from everywhere in the view.
export function SearchField({ label, name = 'q' }: { label: string; name?: string }) {
  const [query, setQuery] = useAsked(name);
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setQuery('');
  };
  return (
    <div class="search" role="search">
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={query}
        data-search
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={leave}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}

interface Choice {
  value: string;
  words?: string;
}

interface Choices {
  label: string;
  name: string;
  choices: Choice[];
  otherwise?: string;
}

export function Choose({ label, name, choices, otherwise = '' }: Choices) {
  const [value, setValue] = useAsked(name, otherwise);
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

// Buttons for a few values, each with its count. Pressing the selected one again removes the filter.
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

// Selects the report that a view shows.
export function ChooseRun() {
  const { model } = usePage();
  if (model.runs.length < 2) return null;
  const choices = model.runs.map((run) => ({ value: String(run.index), words: legible(run.name) }));
  return <Choose label="Implementation" name="of" choices={choices} otherwise="0" />;
}

// Limits a view of all reports to one of them.
export function ChooseRuns() {
  const { model } = usePage();
  if (model.runs.length < 2) return null;
  const choices = model.runs.map((run) => ({ value: String(run.index), words: legible(run.name) }));
  return <Choose label="Implementation" name="of" choices={[{ value: '', words: 'every implementation' }, ...choices]} />;
}

// Announces the number of results to screen readers when typing pauses.
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
  return <div class="filters">{children}</div>;
}
