// The examples of the page become buttons that ask; without JavaScript they stay sentences. One that
// is clicked before the assistant is there is asked when it is.
let wanted = "";
customElements.whenDefined("vigie-chat").then(() => {
  if (wanted) document.querySelector("vigie-chat").ask(wanted);
});
for (const example of document.querySelectorAll("[data-ask]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = example.textContent;
  button.addEventListener("click", () => {
    const chat = document.querySelector("vigie-chat");
    if (chat.ask) return chat.ask(button.textContent);
    wanted = button.textContent;
    chat.scrollIntoView({ block: "nearest" });
  });
  example.replaceChildren(button);
}
