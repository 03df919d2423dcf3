/** The entry of the npm package (npm/): defines <vigie-chat>, which must be told its server. */

import type { VigieChat as Told } from "../npm/index.js";
import { VigieChat as Component } from "./element.js";

const MISSING =
  "vigie-chat\u00a0: l’attribut server manque. Donnez-y l’adresse de votre serveur Vigie, par exemple server=\"https://vigie.example.org/\".";

/** From a site's own files nothing tells where Vigie is: an element without a server stays as it was. */
export class VigieChat extends Component {
  private begun = false;

  override connectedCallback(): void {
    if (!this.server) return console.error(MISSING);
    this.begun = true;
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    if (this.begun) super.disconnectedCallback();
    this.begun = false;
  }
}

/** Checked by tsc: npm/index.d.ts promises nothing that the class has not. */
type Kept<T extends Told> = T;
export type Checked = Kept<VigieChat>;

if (!customElements.get("vigie-chat")) customElements.define("vigie-chat", VigieChat);
