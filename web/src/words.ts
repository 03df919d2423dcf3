/** What English, Spanish and Haitian Creole have beyond the safety texts: a file of its own. */

import en from "./strings/rest/en.json";
import es from "./strings/rest/es.json";
import ht from "./strings/rest/ht.json";

const rest: Record<string, Partial<typeof en>> = { en, es, ht };
export default rest;

/** The module as it comes when it is imported. */
export interface Rest {
  readonly default: typeof rest;
}
