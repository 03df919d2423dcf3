/** The same for the npm package: by name, so that the bundler of a site finds the file. */

import type { Rest } from "./words.js";

export const fetched = (): Promise<Rest> => import("./words.js");
