// "Quitter vite" on the pages of the knowledge: the page is covered, what the tab holds of a
// conversation is erased here and on the server, and another site takes its place, so that Back
// does not come here. Shift three times within five seconds does the same. Without JavaScript the
// link still leaves.
const exit = document.querySelector("[data-exit]");
const KEY = "vigie-chat"; // as in web/src/store.ts
let presses = [];
let combined = false;
let cover;

function forget() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) || "{}");
    sessionStorage.removeItem(KEY);
    if (!kept.token || new URL(kept.server).origin !== location.origin) return;
    const { token, stream, seen } = kept;
    const url = `/webhooks/web/forget?r=${encodeURIComponent(kept.route)}`;
    navigator.sendBeacon(url, JSON.stringify({ token, stream, last: seen }));
  } catch {
    // refused by the browser, or not ours: there is nothing to forget
  }
}

function leave() {
  cover = document.createElement("div");
  cover.className = "cover";
  cover.setAttribute("role", "alert");
  cover.textContent = "Vous quittez ce site…";
  document.body.append(cover);
  document.title = "\u00a0";
  forget();
  location.replace(exit.href);
}

exit.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    combined = true; // a capital letter is being typed
    presses = [];
  } else if (!event.repeat) combined = false;
});
document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || combined) return;
  presses = [...presses, Date.now()].filter((at) => Date.now() - at < 5_000);
  if (presses.length >= 3) leave();
});
// A page that the browser kept must not come back covered, nor show what was asked.
addEventListener("pageshow", (event) => {
  if (event.persisted && cover) location.reload();
});
