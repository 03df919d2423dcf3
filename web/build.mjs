// Builds dist/: the bundle, the loader that names it, and with --tests the unit tests.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { minify } from "terser";

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
 * Parts of Socket.IO that are never used here, left out: the polling and WebTransport transports
 * (where WebSocket is blocked our own HTTP twin takes over), binary packets, the cache of
 * connections, and a reader of addresses that every browser has. The versions are pinned; the
 * build stops when a file is gone.
 */
const LEFT_OUT = {
  "socket.io-client/build/esm/index.js": 'export { Manager } from "./manager.js";',
  "engine.io-client/build/esm/transports/index.js":
    'import { WS } from "./websocket.js";\nexport const transports = { websocket: WS };',
  "engine.io-client/build/esm/contrib/parseuri.js": `export function parse(source) {
    const { protocol, hostname, port, pathname, search } = new URL(source);
    const host = hostname.replace(/^\\[|\\]$/g, "");
    const [scheme, query] = [protocol.slice(0, -1), search.slice(1)];
    return { source, protocol: scheme, host, port, path: pathname, query };
  }`,
  "engine.io-parser/build/esm/encodePacket.browser.js": `
    import { PACKET_TYPES } from "./commons.js";
    export const encodePacket = ({ type, data }, _, done) => done(PACKET_TYPES[type] + (data || ""));
    export const encodePacketToBinary = 0;`,
  "engine.io-parser/build/esm/decodePacket.browser.js": `
    import { ERROR_PACKET, PACKET_TYPES_REVERSE } from "./commons.js";
    export function decodePacket(packet) {
      const type = typeof packet === "string" && PACKET_TYPES_REVERSE[packet[0]];
      return type ? { type, data: packet.slice(1) || undefined } : ERROR_PACKET;
    }`,
  "socket.io-parser/build/esm/is-binary.js":
    "export const isBinary = () => false;\nexport const hasBinary = () => false;",
  "socket.io-parser/build/esm/binary.js":
    "export const deconstructPacket = undefined;\nexport const reconstructPacket = undefined;",
};

const lean = {
  name: "lean",
  setup(plugin) {
    const found = new Set();
    plugin.onLoad({ filter: /(engine|socket)\.io-(client|parser).*\.js$/ }, ({ path }) => {
      const name = Object.keys(LEFT_OUT).find((end) => path.replaceAll("\\", "/").endsWith(end));
      if (!name) return undefined;
      found.add(name);
      return { contents: LEFT_OUT[name], loader: "js", resolveDir: dirname(path) };
    });
    plugin.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === "resolved" || !/node_modules.*\.io-/.test(rest.importer)) return undefined;
      const { importer, kind, resolveDir } = rest;
      const options = { importer, kind, resolveDir, pluginData: "resolved" };
      return { ...(await plugin.resolve(path, options)), sideEffects: false };
    });
    plugin.onEnd(({ errors }) => {
      const missed = Object.keys(LEFT_OUT).filter((name) => !found.has(name));
      if (!errors.length && missed.length) throw new Error(`no longer in Socket.IO: ${missed}`);
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
  bundle: true,
  minify: true,
  target: TARGET,
  charset: "utf8",
  legalComments: "none",
  plugins: [sheets],
  logLevel: "warning",
};

async function bundle() {
  const out = await build({
    ...common,
    entryPoints: ["src/main.ts"],
    format: "esm",
    write: false,
    metafile: true,
    plugins: [sheets, lean],
    mangleProps: /^_[a-z]/, // private members of Socket.IO
    mangleQuoted: true,
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
  const entryPoints = ["test/units.test.ts", "test/ledger.test.ts"];
  const node = { format: "esm", platform: "node", target: "node18", outdir: "dist/test" };
  await build({ ...common, ...node, entryPoints });
}

async function widget() {
  const { code, meta } = await bundle();
  const version = createHash("sha256").update(code).digest("hex").slice(0, 12);
  const start = await loader(`widget/vigie-chat.js?v=${version}`);
  await rm("dist", { recursive: true, force: true });
  await mkdir("dist", { recursive: true });
  await writeFile("dist/vigie-chat.js", code);
  await writeFile("dist/widget.js", start);
  await writeFile("dist/meta.json", JSON.stringify(meta));
  const size = (bytes) => `${gzipSync(bytes, { level: 9 }).length} octets gzip`;
  console.log(`Composant web : vigie-chat.js ${size(code)}, widget.js ${size(start)}.`);
}

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
await (process.argv.includes("--tests") ? tests() : widget());
