/** Defines <vigie-chat>, once, however often the script is included. */

import { VigieChat } from "./element.js";

if (!customElements.get("vigie-chat")) customElements.define("vigie-chat", VigieChat);
