/** Prints the conversation alone: the rest of the page is left out by a style sheet of its own. */

const REST = `@media print {
  body :not(:has(vigie-chat[printing])):not(vigie-chat[printing]) { display: none !important; }
  body, body :has(vigie-chat[printing]) {
    display: block !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
    height: auto !important; overflow: visible !important; position: static !important;
  }
}`;

/** Open the browser's print window for `element`. */
export function printPage(element: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(REST);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  element.toggleAttribute("printing", true);
  const after = (): void => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    element.toggleAttribute("printing", false);
  };
  addEventListener("afterprint", after, { once: true });
  print();
}
