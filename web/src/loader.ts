/**
 * The script that a page includes. It loads the component from the server it came from, adds the
 * launcher to a page that placed no <vigie-chat> itself, and leaves the hotline when that fails.
 */

import { PHONE, tel } from "./hotline.js";

/** Attributes that the script tag may carry for the launcher, as data-title and so on. */
const script = document.currentScript as HTMLScriptElement;

function start(): void {
  const found = [...document.querySelectorAll("vigie-chat")];
  if (!found.length) {
    const launcher = document.createElement("vigie-chat");
    for (const [name, value] of Object.entries(script.dataset)) {
      launcher.setAttribute(name.replace(/[A-Z]/g, "-$&").toLowerCase(), value ?? "");
    }
    document.body.append(launcher);
    found.push(launcher);
  }
  for (const element of found) {
    // A page may have the script twice: what is there already is not waited for.
    element.toggleAttribute("loading", !customElements.get("vigie-chat"));
    if (!element.hasAttribute("server")) {
      element.setAttribute("server", new URL(".", script.src).href);
    }
  }
  import(new URL(__BUNDLE__, script.src).href).catch(() => found.forEach(fallback));
}

/** The component did not come: an element with no content of its own shows the hotline. */
function fallback(element: Element): void {
  element.removeAttribute("loading");
  element.dispatchEvent(new Event("error"));
  if (element.childNodes.length) return;
  const link = document.createElement("a");
  link.href = tel(PHONE);
  link.textContent = PHONE;
  element.append("Besoin d’aide\u00a0? ", link);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
