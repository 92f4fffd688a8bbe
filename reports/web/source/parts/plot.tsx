import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { fromZero } from '../data/series.ts';
import { duration, number } from '../data/words.ts';

export interface Line {
  name: string;
  values: number[];
}

interface Drawn {
  title: string;
  said: string; // the result of the plot in words
  times: number[];
  lines: Line[];
  stepped?: boolean;
  logarithmic?: boolean; // time axis; all times are above 0
}

// A canvas cannot use CSS variables, so colours are read from the style sheet.
function colour(of: Element, name: string): string {
  const probe = document.createElement('i');
  probe.className = name;
  of.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

const dashes = [[], [6, 4], [2, 3], [10, 4, 2, 4]];
const tones = ['tone-1', 'tone-2', 'tone-3', 'tone-4'];

// Distances between ticks: round numbers of seconds, minutes, hours, days.
const ticks = [0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 28800, 86400, 172800];

const counts = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11].flatMap((power) => [power, 2 * power, 5 * power]);

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

const tickWords = (_plot: uPlot, at: (number | null)[]) => at.map((tick) => (tick === null ? '' : tick === 0 ? '0' : duration(tick)));

// The border styles in the style sheet that match `dashes`.
const borders = ['solid', 'dashed', 'dotted', 'dashed'];

function options({ lines, stepped, logarithmic }: Drawn, box: HTMLElement): uPlot.Options {
  const axis = { stroke: colour(box, 'ink-soft'), grid: { stroke: colour(box, 'ink-line'), width: 1 }, ticks: { show: false } };
  return {
    width: box.clientWidth,
    height: 190,
    legend: { show: lines.length > 1, live: false, markers: { dash: (_plot, at) => borders[(at - 1) % borders.length]! } },
    cursor: { y: false, points: { size: 6 }, drag: { x: false, y: false } },
    scales: { x: { time: false, ...(logarithmic ? { distr: 3 as const } : { range: (_plot: uPlot, _first: number, last: number) => fromZero(last) }) }, y: { range: (_plot, _low, high) => [0, high > 0 ? high * 1.05 : 1] } },
    axes: [
      { ...axis, size: 32, space: 72, values: tickWords, ...(logarithmic ? {} : { incrs: ticks }) },
      { ...axis, size: 56, incrs: counts, values: (_plot, at) => at.map((tick) => short.format(tick)) },
    ],
    series: [
      {},
      ...lines.map(
        (line, at): uPlot.Series => ({
          label: line.name,
          stroke: colour(box, tones[at % tones.length]!),
          dash: dashes[at % dashes.length]!,
          width: 1.75,
          points: { show: line.values.length < 3 },
          ...(stepped ? { paths: uPlot.paths.stepped!({ align: 1 }) } : {}),
        }),
      ),
    ],
  };
}

function useDrawing(drawn: Drawn) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current!;
    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      plot = new uPlot(options(drawn, element), [drawn.times, ...drawn.lines.map((line) => line.values)], element);
    };
    draw();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const resized = new ResizeObserver(() => plot && Math.abs(plot.width - element.clientWidth) > 1 && draw());
    resized.observe(element);
    addEventListener('themechange', draw);
    dark.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      removeEventListener('themechange', draw);
      dark.removeEventListener('change', draw);
      plot?.destroy();
    };
  }, [drawn.times, drawn.lines]);
  return box;
}

// The plot as a table of limited length, evenly spaced over time, for screen readers.
function Table({ times, lines, title }: Drawn) {
  const every = Math.max(1, Math.ceil(times.length / 40));
  const rows = [...times.keys()].filter((at) => at % every === 0 || at === times.length - 1);
  return (
    <details>
      <summary>As a table</summary>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">after</th>
            {lines.map((line) => (
              <th key={line.name} scope="col" class="figure">
                {line.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((at) => (
            <tr key={at}>
              <th scope="row">{duration(times[at]!)}</th>
              {lines.map((line) => (
                <td key={line.name} class="figure">
                  {number(Number(line.values[at]!.toFixed(1)))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function Plot(drawn: Drawn) {
  const box = useDrawing(drawn);
  return (
    <figure class="plot">
      <figcaption>
        <strong>{drawn.title}</strong> <span class="soft">{drawn.said}</span>
      </figcaption>
      <div ref={box} aria-hidden="true" />
      <Table {...drawn} />
    </figure>
  );
}
