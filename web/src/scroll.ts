/** Brings into view what matters most of what was said last: the answer, and whom to call. */

/** Room left above what is brought to the top. */
const MARGIN = 8;
/** Lines of an answer that must be in sight, in ems. */
const LINES = 3;

const top = (element: Element): number => element.getBoundingClientRect().top;
const bottom = (element: Element): number => element.getBoundingClientRect().bottom;

/** What scrolls: the log, or all of the panel below its head where there is little room. */
export function scroller(log: HTMLElement): HTMLElement {
  const whole = getComputedStyle(log).overflowY === "visible" ? log.parentElement : null;
  return whole ?? log;
}

/** The height in which the log is in sight. */
export function sight(log: HTMLElement): number {
  const around = scroller(log);
  const below = around === log ? null : around.querySelector<HTMLElement>(".below");
  if (!below) return around.clientHeight;
  const tools = below.querySelector<HTMLElement>(".tools")?.offsetHeight ?? 0;
  return around.clientHeight - below.offsetHeight + tools;
}

/** Scroll so that `element` is at the top, as far as what follows it allows. */
export function toTop(log: HTMLElement, element: Element): void {
  const around = scroller(log);
  around.scrollTop += top(element) - top(around) - MARGIN;
}

/**
 * Show the last exchange: from the question where it is short or all fits, else from the answer;
 * in distress the first call button before anything else.
 */
export function reveal(log: HTMLElement): void {
  const entries = [...log.querySelectorAll<HTMLElement>(".entry:not(.greeting)")];
  const question = entries.findLast((entry) => entry.classList.contains("mine"));
  const answers = question ? entries.slice(entries.indexOf(question) + 1) : entries;
  const urgent = answers.find((entry) => entry.classList.contains("urgent"));
  const down = log.querySelector<HTMLElement>(".down");
  const answer = urgent ?? answers[0] ?? down;
  const height = sight(log) - MARGIN;
  if (!question || !answer) {
    if (question) scroller(log).scrollTop += bottom(question) - top(scroller(log)) - height;
    else scroller(log).scrollTop = 0;
    return;
  }
  const must = answer.querySelector(urgent ? ".call" : ".text, slot > .calls") ?? answer;
  const em = parseFloat(getComputedStyle(answer).fontSize);
  const needed = urgent ? bottom(must) : Math.min(bottom(must), top(must) + LINES * em);
  const all = bottom(answers.at(-1) ?? answer) - top(question) <= height;
  const short = question.offsetHeight <= height / 4 && needed - top(question) <= height;
  const fits = needed - top(answer) <= height;
  toTop(log, all || short ? question : fits ? answer : must);
}
