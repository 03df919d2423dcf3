/** The drawings: strokes in the colour of the text, hidden from screen readers. */

import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;

/** The mark: a lighthouse. */
export const lamp = html`<svg class="lamp" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path d="M8 7.5L1.5 4.5v6zM16 7.5l6.5-3v6zM10.5 6h3v3.5h-3z" />
  <path class="tower" d="M9.5 3.5L12 1.5l2.5 2zM10 12.5h4l1.5 9h-7z" />
</svg>`;
export const close = icon(svg`<path d="M6 6l12 12M18 6L6 18" />`);
export const send = icon(svg`<path d="M12 19V5M5.5 11.5L12 5l6.5 6.5" />`);
export const phone = icon(
  svg`<path d="M6.5 3.5h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2z" />`,
);
export const up = icon(
  svg`<path d="M7 10.5v9H4v-9zM7 10.5l4.2-7c1.4 0 2.3 1 2 2.4l-.7 3.6h5.3a2 2 0 0 1 2 2.4l-1.1 6a2 2 0 0 1-2 1.6H7" />`,
);
export const down = icon(
  svg`<path d="M7 13.5v-9H4v9zM7 13.5l4.2 7c1.4 0 2.3-1 2-2.4l-.7-3.6h5.3a2 2 0 0 0 2-2.4l-1.1-6a2 2 0 0 0-2-1.6H7" />`,
);
export const copy = icon(
  svg`<path d="M9 9h10.5v11H9zM6 15H4.5V4H15v1.5" />`,
);
export const save = icon(svg`<path d="M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14" />`);
export const print = icon(svg`<path d="M7 8V3.5h10V8M7 17H4.5V8h15v9H17M7 14h10v6.5H7z" />`);
export const bin = icon(svg`<path d="M4.5 6.5h15M9.5 6V4h5v2M6.5 6.5l1 13.5h9l1-13.5M10.5 10v6.5M13.5 10v6.5" />`);
export const exit = icon(svg`<path d="M10 4H5v16h5M10 12h10M15.5 7.5L20 12l-4.5 4.5" />`);
