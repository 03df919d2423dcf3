/** Where the sentences in other languages than French are fetched: beside the bundle, by address. */

import type { Rest } from "./words.js";

export const fetched = (): Promise<Rest> =>
  import(new URL(__WORDS__, import.meta.url).href) as Promise<Rest>;
