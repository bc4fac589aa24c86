import { type TableText, tableText } from '../experiments/cells.ts';
import type { Table } from '../experiments/result.ts';
import { type Html, html } from './html.ts';
import type { NumberedTable } from './numbered.ts';
import type { PageWords } from './say/page.ts';

/** Longer cells are sentences: they wrap instead of making the table wide. */
const isProse = (cell: string): boolean => cell.length > 34;

/** Longer tables are folded away, because few readers need them. */
const foldedFrom = 20;

// A header without words would be read out as one.
function columnTitle({ title, isNumber }: TableText['columns'][number]): Html {
  return title === ''
    ? html`<td></td>`
    : html`<th scope="col" class="${isNumber ? 'number' : ''}">${title}</th>`;
}

/** A numbered table in a box of its own that scrolls sideways where the page is narrow; a long one is folded. */
export function drawTable({ table, number, id }: NumberedTable, say: PageWords): Html {
  const title = `${say.table(number)}: ${table.title}`;
  const drawn = drawBox({ ...table, title }, say, id);
  if (table.rows.length <= foldedFrom) return drawn;
  return html`<details><summary>${say.rows(title, table.rows.length)}</summary>${drawn}</details>`;
}

/** A table in such a box, never folded. */
export function drawBox(table: Table, say: PageWords, id?: string): Html {
  const { columns, rows } = tableText(table);
  const kind = (index: number, cell: string): string =>
    columns[index]?.isNumber ? 'number' : isProse(cell) ? 'prose' : '';
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${table.title}"${id !== undefined && html` id="${id}"`}>
<table class="data">
<caption><span class="whole">${table.title}${table.repeats && html` <span class="origin">${say.asFigure(table.repeats)}</span>`}</span></caption>
<thead><tr>${columns.map(columnTitle)}</tr></thead>
<tbody>
${rows.map(
  row => html`<tr>${row.map((cell, index) => html`<td class="${kind(index, cell)}">${cell}</td>`)}</tr>
`,
)}</tbody>
</table>
${table.note && html`<p class="note">${table.note}</p>`}</div>`;
}
