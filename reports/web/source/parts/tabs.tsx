import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export interface Tab {
  name: string;
  content: ComponentChildren;
  onlyOnScreen?: boolean; // not printed
}

// One at a time on the screen; all in sequence on paper.
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const [chosen, choose] = useState(0);
  const id = useId();
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (chosen + by + tabs.length) % tabs.length;
    choose(next);
    document.getElementById(`${id}-tab-${next}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} onKeyDown={walk}>
        {tabs.map((tab, at) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-tab-${at}`}
            aria-controls={`${id}-panel-${at}`}
            aria-selected={at === chosen}
            tabIndex={at === chosen ? 0 : -1}
            onClick={() => choose(at)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.map((tab, at) => (
        <div
          key={tab.name}
          role="tabpanel"
          id={`${id}-panel-${at}`}
          aria-labelledby={`${id}-tab-${at}`}
          class={`panel${at === chosen ? '' : ' off'}${tab.onlyOnScreen ? ' only-on-screen' : ''}`}
        >
          {tab.content}
        </div>
      ))}
    </div>
  );
}
