/** The accent colour that a page gives, darkened or lightened until text in it can be read. */

type Rgb = readonly [number, number, number];

/** Least contrast of text (WCAG 1.4.3), with some room for tinted grounds. */
const LEAST = 5.5;
/** Papers and tints on which the accent is text: see tokens.css. */
const LIGHT: Rgb = [226, 238, 241];
const DARK: Rgb = [32, 64, 75];
const WHITE: Rgb = [255, 255, 255];

/** "#7a1f5c" or "#718" as numbers; undefined for anything else. */
export function parse(colour: string): Rgb | undefined {
  const found = /^#(?:([\da-f]{6})|([\da-f]{3}))$/i.exec(colour.trim());
  const digits = found?.[1] ?? found?.[2]?.replace(/./g, "$&$&");
  if (!digits) return undefined;
  const value = parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((part, at) => Math.round(part + ((b[at] ?? 0) - part) * share)) as unknown as Rgb;

/** `colour`, moved towards `to` only as far as it must to be read on (or under) `ground`. */
function readable(colour: Rgb, to: Rgb, ground: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(colour, to, share);
    if (contrast(tried, ground) >= LEAST) return tried;
  }
  return to;
}

const css = (colour: Rgb): string => `rgb(${colour.join(" ")})`;

/** The custom properties for an accent; none where `given` is no colour that we read. */
export function accents(given: string): Record<string, string> {
  const colour = parse(given);
  if (!colour) return {};
  const deep = readable(colour, [0, 0, 0], LIGHT);
  return {
    "--given-deep": css(deep),
    "--given-deeper": css(mix(deep, [0, 0, 0], 0.25)),
    "--given-on-dark": css(readable(colour, WHITE, DARK)),
  };
}

/** Give an element the colours of an accent, or its own again. */
export function paint(element: HTMLElement, given: string): void {
  const made = accents(given);
  for (const name of ["--given-deep", "--given-deeper", "--given-on-dark"]) {
    if (made[name]) element.style.setProperty(name, made[name]);
    else element.style.removeProperty(name);
  }
}
