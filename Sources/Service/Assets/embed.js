// A box of connected subjects, drawn where its own <script> stands. The service puts the data in place of the marker.
"use strict";
(() => {
  const script = document.currentScript;
  const data = __PALABRE_DATA__;
  if (!script || !script.parentNode || !Element.prototype.attachShadow) return;
  try {
    const asked = (script.dataset.language || document.documentElement.lang || "").slice(0, 2).toLowerCase();
    const language = data.wording[asked] ? asked : data.language;
    const wording = data.wording[language];
    const make = (name, text, className) => {
      const made = document.createElement(name);
      if (text) made.textContent = text;
      if (className) made.className = className;
      return made;
    };
    const link = (text, address) => {
      const made = make("a", text);
      if (/^https?:\/\//i.test(address)) made.href = address;
      return made;
    };
    const host = make("div");
    host.lang = language;
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { all: initial; display: block; color-scheme: light dark; }
      section { --ink: #191d1b; --soft: #525d58; --paper: #fff; --line: #d9dedb; --accent: #0b6350;
        font: 16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink);
        background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1em 1.25em;
        overflow-wrap: anywhere; }
      @media (prefers-color-scheme: dark) {
        section { --ink: #e5e8e6; --soft: #a5b0ab; --paper: #14171a; --line: #343c3f; --accent: #7ad1b6; }
      }
      .heading { font-size: 1em; font-weight: 700; margin: 0 0 .5em; }
      ul { list-style: none; margin: 0; padding: 0; }
      li + li { margin-top: .75em; }
      a { color: var(--accent); text-underline-offset: .2em; display: inline-block; padding: .125em 0; }
      a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
      p { margin: 0; color: var(--soft); font-size: .875em; }
      .more { margin-top: 1em; }`);
    root.adoptedStyleSheets = [sheet];
    const section = make("section");
    section.setAttribute("aria-label", wording.heading);
    section.append(make("p", wording.heading, "heading"));
    const list = make("ul");
    for (const debate of data.debates) {
      const item = make("li");
      const title = link(debate.title || wording.untitled, debate.address);
      if (debate.titleLanguage) title.lang = debate.titleLanguage;
      item.append(title);
      for (const line of [debate.date[language], debate.reason[language]]) {
        if (line) item.append(make("p", line));
      }
      list.append(item);
    }
    section.append(data.debates.length ? list : make("p", wording.nothing));
    const more = make("p", "", "more");
    more.append(link(wording.more, data.address));
    section.append(more);
    root.append(section);
    script.parentNode.insertBefore(host, script);
  } catch {
    // The page around it matters more than the box.
  }
})();
