import { useEffect, useState } from 'preact/hooks';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const place = 'netioconf-theme';

function remembered(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(place)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(place, theme);
  } catch {
    // A local file may have no storage; the choice then lasts until the page is closed.
  }
}

// Follows the system until the user chooses a theme.
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(remembered);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    dispatchEvent(new Event('themechange'));
  }, [theme]);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  const turn = () => {
    remember(next);
    setTheme(next);
  };
  return (
    <button type="button" class="theme" onClick={turn} aria-label={`Colours: ${theme}. Change to ${next}`} title={`Colours: ${theme}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" />
        <path class="half" d={theme === 'light' ? '' : theme === 'dark' ? 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0 -12.5' : 'M8 1.75a6.25 6.25 0 0 1 0 12.5z'} />
      </svg>
      <span>{theme}</span>
    </button>
  );
}
