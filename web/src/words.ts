/** What English, Spanish and Haitian Creole have beyond the safety texts: a file of its own. */

import en from "./strings/rest/en.json";
import es from "./strings/rest/es.json";
import ht from "./strings/rest/ht.json";

export default { en, es, ht };
