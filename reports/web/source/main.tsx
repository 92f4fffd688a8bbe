import { render } from 'preact';
import { modelOf } from './data/model.ts';
import type { Page } from 'report';
import { textsOf } from './data/texts.ts';
import { unzip } from './data/unzip.ts';
import { App } from './app.tsx';
import './style/page.css';

// Increased together with reports/report.proto.
const format = 4;

async function start(): Promise<void> {
  const page = document.getElementById('page')!;
  const data = document.getElementById('data')!;
  const { format: given, reports, ...beside } = (await unzip(data.textContent ?? '')) as Page;
  if (given !== format) throw new Error(`the data have format ${given}, this page reads ${format}`);
  data.remove();
  const model = modelOf(reports, beside);
  const texts = textsOf(model);
  page.replaceChildren();
  render(<App model={model} texts={texts} />, page);
  performance.mark('shown');
  setTimeout(texts.deviations, 50); // prepared before the first filter needs it
}

start().catch((error: unknown) => {
  document.getElementById('page')!.textContent = `This report can't be shown: ${error}. report.json in the same folder contains the same data.`;
});
