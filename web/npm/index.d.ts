/** Les attributs sont expliqués dans README.md ; chacun est aussi une propriété. */
export declare class VigieChat extends HTMLElement {
  /** Adresse du serveur Vigie ; obligatoire, avant que l’élément soit mis dans la page. */
  server: string;
  /** Dans la page au lieu d’un bouton. */
  inline: boolean;
  /** Coin du bouton : "bottom-right" ou "bottom-left". */
  position: string;
  /** Première phrase ; dites toujours que c’est un robot. */
  greeting: string;
  /** Où mène « Quitter vite ». */
  exitUrl: string;
  /** "light" ou "dark" ; sinon, le choix du lecteur. */
  theme: string;
  /** "#rrggbb". */
  accent: string;
  /** Ce qu’il en est du lien avec le serveur : "online", "down", "refused"… */
  readonly state: string;
  /** Ouvre le panneau et y met le focus. */
  show(): void;
  /** Ferme le panneau. */
  hide(): void;
  /** Ouvre le panneau et pose la question. */
  ask(question: string): void;
}

/** Les événements, qui ne portent aucun texte. */
export type VigieChatEvent = "ready" | "open" | "close" | "error";

declare global {
  interface HTMLElementTagNameMap {
    "vigie-chat": VigieChat;
  }
}
