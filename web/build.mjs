// Builds dist/: the bundle, its sentences in other languages, the loader; with --tests the unit
// tests; with --npm what the package of npm/ carries.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { minify } from "terser";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TARGET = ["chrome111", "firefox114", "safari16.4"];

/** Style sheets come in as minified text, for constructed style sheets. */
const sheets = {
  name: "sheets",
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const options = { loader: "css", minify: true, target: TARGET };
      const { code } = await transform(await readFile(path, "utf8"), options);
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/**
 * A second pass, for some 3 % less once gzipped. Line breaks with indentation are left in
 * templates only, where one space does as well.
 */
async function tighten(code) {
  const compress = { ecma: 2022, passes: 3, unsafe_arrows: true };
  const { code: small } = await minify(code, { module: true, compress, mangle: true, ecma: 2022 });
  return new TextEncoder().encode(small.replace(/\s*(\n|\\n) +/g, " "));
}

const common = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  target: TARGET,
  charset: "utf8",
  legalComments: "none",
  plugins: [sheets],
  logLevel: "warning",
};

const version = (code) => createHash("sha256").update(code).digest("hex").slice(0, 12);

/** The sentences in other languages than French, loaded by the bundle when they are needed. */
async function sentences() {
  const options = { entryPoints: ["src/words.ts"], format: "esm", write: false };
  return (await build({ ...common, ...options })).outputFiles[0].contents;
}

async function bundle(words) {
  const out = await build({
    ...common,
    entryPoints: ["src/main.ts"],
    format: "esm",
    write: false,
    define: { __WORDS__: JSON.stringify(`words.js?v=${version(words)}`) },
    metafile: true,
  });
  return { code: await tighten(out.outputFiles[0].text), meta: out.metafile };
}

async function loader(name) {
  const out = await build({
    ...common,
    entryPoints: ["src/loader.ts"],
    format: "iife",
    write: false,
    define: { __BUNDLE__: JSON.stringify(name) },
  });
  return out.outputFiles[0].contents;
}

async function tests() {
  const entryPoints = ["test/units.test.ts", "test/ledger.test.ts", "test/wire.test.ts"];
  const define = { __WORDS__: JSON.stringify("../words.js") };
  const node = { format: "esm", platform: "node", target: "node18", outdir: "dist/test", define };
  await build({ ...common, ...node, entryPoints });
}

/** In the npm package the sentences are imported by name, for the bundlers of other sites. */
const byName = {
  name: "by-name",
  setup(plugin) {
    const path = fileURLToPath(new URL("src/sentences-npm.ts", import.meta.url));
    plugin.onResolve({ filter: /^\.\/sentences\.js$/ }, () => ({ path }));
  },
};

async function npm() {
  const out = await build({
    ...common,
    plugins: [...common.plugins, byName],
    entryPoints: { "vigie-chat": "src/npm.ts", words: "src/words.ts" },
    format: "esm",
    external: ["./words.js"],
    outdir: "npm/dist",
    write: false,
  });
  await rm("npm/dist", { recursive: true, force: true });
  await mkdir("npm/dist", { recursive: true });
  for (const { path, text } of out.outputFiles) await writeFile(path, await tighten(text));
  await copyFile("../LICENSE", "npm/LICENSE");
  await copyFile("node_modules/lit/LICENSE", "npm/dist/LICENSE.lit");
}

async function widget() {
  const words = await sentences();
  const { code, meta } = await bundle(words);
  const start = await loader(`widget/vigie-chat.js?v=${version(code)}`);
  await rm("dist", { recursive: true, force: true });
  await mkdir("dist", { recursive: true });
  await writeFile("dist/vigie-chat.js", code);
  await writeFile("dist/words.js", words);
  await writeFile("dist/widget.js", start);
  await writeFile("dist/meta.json", JSON.stringify(meta));
  const size = (bytes) => `${gzipSync(bytes, { level: 9 }).length} octets gzip`;
  console.log(`Composant web : vigie-chat.js ${size(code)}, words.js ${size(words)}, widget.js ${size(start)}.`);
}

process.chdir(HERE);
const told = process.argv[2];
await (told === "--tests" ? tests() : told === "--npm" ? npm() : widget());
