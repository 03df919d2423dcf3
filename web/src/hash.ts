/** The question that an address may bring: `#q=Qui%20aide%20les%20victimes`. */

/** The question, taken out of the address so that it stays in no history; "" for none. */
export function asked(): string {
  if (!location.hash.startsWith("#q=")) return "";
  const question = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  history.replaceState(history.state, "", location.pathname + location.search);
  return question.trim();
}
