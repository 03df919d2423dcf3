// What esbuild puts in at build time.

/** A style sheet, minified, as text for a constructed CSSStyleSheet. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The address of the bundle, relative to the loader's own. */
declare const __BUNDLE__: string;

/** The address of the sentences in other languages, relative to the bundle's own. */
declare const __WORDS__: string;
