"use strict";
// One page, one conversation: text in, text and choices out. Nothing is inserted as HTML.
(() => {
  const talk = document.getElementById("talk");
  const form = document.getElementById("form");
  const box = document.getElementById("question");
  const send = document.getElementById("send");
  const announce = document.getElementById("announce");
  const KEY = "vigie-sender";
  const HELP = "1-888-373-7888";
  const FAILED = "Je n’arrive pas à joindre le service. Réessayez dans un moment. " +
    "En cas de danger immédiat, appelez le 911 ; pour une aide confidentielle, le " + HELP + ".";

  function store(value) {
    try {
      if (value === undefined) return sessionStorage.getItem(KEY);
      if (value === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, value);
    } catch { /* storage is refused: the id lives as long as the page */ }
    return null;
  }

  function freshId() {
    const bytes = crypto.getRandomValues(new Uint8Array(24));
    return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  }

  let sender = store() || freshId();
  store(sender);

  const LINKS = /(1-888-373-7888|https?:\/\/[^\s<>«»]+[^\s<>«».,;:!?)])/g;

  function inline(parent, text) {
    text.split(LINKS).forEach((part, index) => {
      if (index % 2 === 0) { parent.append(part); return; }
      const link = document.createElement("a");
      if (part === HELP) link.href = "tel:+1" + part.slice(2).replaceAll("-", "");
      else { link.href = part; link.rel = "noopener noreferrer"; link.target = "_blank"; }
      link.textContent = part;
      parent.append(link);
    });
    return parent;
  }

  // Lines that begin with a dash or a number become a list; other lines, paragraphs.
  function render(text) {
    const block = document.createElement("div");
    block.className = "text";
    let list = null;
    for (const line of text.split("\n")) {
      const bullet = /^\s*[-•–*]\s+(.*)$/.exec(line);
      const number = /^\s*(\d{1,2})[.)]\s+(.*)$/.exec(line);
      if (bullet || number) {
        const kind = bullet ? "UL" : "OL";
        if (!list || list.tagName !== kind) {
          list = document.createElement(kind);
          if (number) list.start = Number(number[1]);
          block.append(list);
        }
        list.append(inline(document.createElement("li"), bullet ? bullet[1] : number[2]));
      } else {
        list = null;
        if (!line.trim()) continue;
        const paragraph = inline(document.createElement("p"), line);
        if (/^Sources?\s*:/.test(line)) paragraph.className = "source";
        block.append(paragraph);
      }
    }
    return block;
  }

  function add(who, name, content) {
    const item = document.createElement("li");
    item.className = "said " + who;
    const label = document.createElement("span");
    label.className = "who";
    label.textContent = name;
    item.append(label, content);
    talk.append(item);
    reveal(item);
    return item;
  }

  // Beside the bars that stay in place; a long answer from its beginning.
  function reveal(item) {
    const tall = item.offsetHeight > window.innerHeight / 2;
    item.scrollIntoView({ block: tall ? "start" : "nearest" });
  }

  function addChoices(item, buttons) {
    const list = document.createElement("ul");
    list.className = "choices";
    for (const { title, payload } of buttons) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = title;
      button.addEventListener("click", () => {
        list.querySelectorAll("button").forEach((b) => { b.disabled = true; });
        ask(title, payload || title);
      });
      const entry = document.createElement("li");
      entry.append(button);
      list.append(entry);
    }
    item.append(list);
  }

  function show(messages) {
    const heard = [];
    for (const message of messages) {
      const item = add("bot", "Vigie", render(message.text || ""));
      if (message.custom && message.custom.kind === "safety") item.classList.add("urgent");
      if (message.buttons && message.buttons.length) addChoices(item, message.buttons);
      heard.push(message.text || "", ...(message.buttons || []).map((b) => b.title));
      reveal(item);
    }
    announce.textContent = heard.join("\n");
  }

  async function request(text) {
    const response = await fetch("/webhooks/rest/webhook", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sender, message: text }),
      signal: AbortSignal.timeout(15000),
    });
    const body = await response.json();
    return Array.isArray(body) ? body : [{ text: body.error || FAILED }];
  }

  async function ask(shown, text) {
    if (send.disabled) return;
    const asked = sender;
    send.disabled = true;
    add("me", "Vous", render(shown));
    const dots = document.createElement("div");
    dots.className = "text waiting";
    dots.textContent = "Vigie écrit";
    const waiting = add("bot", "Vigie", dots);
    let messages;
    try { messages = await request(text); } catch { messages = [{ text: FAILED }]; }
    waiting.remove();
    send.disabled = false;
    if (asked === sender) show(messages);
    box.focus();
  }

  function grow() {
    box.style.height = "auto";
    box.style.height = Math.min(box.scrollHeight + 2, 160) + "px";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text || send.disabled) return;
    box.value = "";
    grow();
    ask(text, text);
  });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  document.querySelectorAll("#examples button").forEach((button) => {
    button.addEventListener("click", () => ask(button.textContent, button.textContent));
  });
  document.getElementById("clear").addEventListener("click", () => {
    request("efface tout").catch(() => { /* the server forgets by itself within the hour */ });
    sender = freshId();
    store(sender);
    while (talk.children.length > 1) talk.lastElementChild.remove();
    send.disabled = false;
    announce.textContent = "Conversation effacée.";
    box.focus();
  });
  box.focus();
})();
