// The examples of the page become buttons that ask; without JavaScript they stay sentences.
for (const example of document.querySelectorAll("[data-ask]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = example.textContent;
  button.addEventListener("click", () => {
    const chat = document.querySelector("vigie-chat");
    if (chat && chat.ask) chat.ask(button.textContent);
  });
  example.replaceChildren(button);
}
