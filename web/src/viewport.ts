/** On a phone the keyboard covers the page: the panel keeps to what is left visible. */

/** Follow the visible part of the window in `--height`; the function stops it. */
export function followKeyboard(element: HTMLElement): () => void {
  const visible = window.visualViewport;
  if (!visible) return () => undefined;
  const follow = (): void => {
    if (visible.scale === 1) element.style.setProperty("--height", `${visible.height}px`);
  };
  visible.addEventListener("resize", follow);
  return () => visible.removeEventListener("resize", follow);
}
