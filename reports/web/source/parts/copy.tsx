import { useEffect, useState } from 'preact/hooks';
import { legibleLines } from '../data/words.ts';

// Falls back to execCommand if the browser denies a local file access to the clipboard.
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => say(''), 2000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => say((await toClipboard(text)) ? 'Copied' : 'Not copied');
  return (
    <button type="button" class="copy" onClick={copy} aria-label={`Copy ${what}`}>
      <span aria-live="polite">{said || 'Copy'}</span>
    </button>
  );
}

// Text to copy: a command, a script, a program.
export function Snippet({ text: given, what }: { text: string; what: string }) {
  const text = legibleLines(given);
  return (
    <div class="snippet">
      <pre tabIndex={0} aria-label={what}>
        {text}
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
