/** Things side by side: a table, which a narrow panel stacks. */

import { html, nothing, type TemplateResult } from "lit";

import type { Table } from "../protocol.js";

/** The roles are said as well: a table that is stacked loses its own in some browsers. */
export function side({ columns, rows }: Table, rich: (text: string) => unknown): TemplateResult {
  const cell = (said: readonly string[], at: number): TemplateResult => html`<td role="cell"
    data-of=${columns.length > 1 ? (columns[at] ?? "") : nothing}>${said.map((text) => html`<p>${rich(text)}</p>`)}</td>`;
  return html`<table class="side" role="table">
    <thead role="rowgroup"><tr role="row">
      ${columns.map((name) => html`<th role="columnheader" scope="col">${rich(name)}</th>`)}
    </tr></thead>
    ${rows.map(({ head, cells }) => html`<tbody role="rowgroup">
      <tr role="row"><th role="rowheader" scope="rowgroup" colspan=${columns.length}>${head}</th></tr>
      <tr role="row">${cells.map(cell)}</tr>
    </tbody>`)}
  </table>`;
}
