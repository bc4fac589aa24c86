import { languages } from '../../text/index.ts';
import type { Table } from '../experiments/result.ts';
import { type Html, html } from './html.ts';
import { comparisonWords } from './say/comparison.ts';
import type { PageWords } from './say/page.ts';
import { settingWords } from './say/setting.ts';

// Numbers with or without a unit stand to the right, so that their digits stand below each other.
const numeric = /^[<>≈±−+-]?\d[\d\u202f]*([.,]\d+)?(\s?(%|[kMG]?bps|[kMG]?bit\/s|m?s|min|p\/s|[kMG]?i?B))?$/;
const wordless = new Set([
  ...['', '–', '-'],
  ...languages.flatMap(language => [
    comparisonWords[language].never,
    comparisonWords[language].noneLost,
    settingWords[language].noLimit,
  ]),
]);

function isNumeric(rows: Table['rows'], column: number): boolean {
  const cells = rows.map(row => row[column] ?? '').filter(cell => !wordless.has(cell));
  return cells.length > 0 && cells.every(cell => numeric.test(cell));
}

/** Longer cells are sentences: they wrap instead of making the table wide. */
const isProse = (cell: string): boolean => cell.length > 34;

/** Longer tables are folded away, because few readers need them. */
const foldedFrom = 20;

function folded(table: Table, drawn: Html, say: PageWords): Html {
  if (table.rows.length <= foldedFrom) return drawn;
  return html`<details><summary>${say.rows(table.title, table.rows.length)}</summary>${drawn}</details>`;
}

// A header without words would be read out as one.
function columnTitle(title: string, isNumber: boolean): Html {
  return title === ''
    ? html`<td></td>`
    : html`<th scope="col" class="${isNumber ? 'number' : ''}">${title}</th>`;
}

/** A table in a box of its own that scrolls sideways where the page is narrow. */
export function drawTable(table: Table, say: PageWords): Html {
  return folded(table, drawBox(table, say), say);
}

/** The same, never folded. */
export function drawBox(table: Table, say: PageWords): Html {
  const numbers = table.columns.map((_, index) => isNumeric(table.rows, index));
  const kind = (index: number, cell: string): string =>
    numbers[index] ? 'number' : isProse(cell) ? 'prose' : '';
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${table.title}">
<table class="data">
<caption>${table.title}${table.repeats && html` <span class="origin">${say.asFigure(table.repeats)}</span>`}</caption>
<thead><tr>${table.columns.map((title, index) => columnTitle(title, numbers[index] === true))}</tr></thead>
<tbody>
${table.rows.map(
  row => html`<tr>${row.map((cell, index) => html`<td class="${kind(index, cell)}">${cell}</td>`)}</tr>
`,
)}</tbody>
</table>
${table.note && html`<p class="note">${table.note}</p>`}</div>`;
}
