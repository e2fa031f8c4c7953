// Everything works without this script; it makes pages quicker to use. All it remembers is whether its keys are off.
"use strict";
{
  const texts = document.body.dataset;
  const announcer = document.getElementById("announcer");
  const box = document.getElementById("query");

  const announce = (text) => {
    announcer.textContent = text;
  };

  const debounced = (milliseconds, action) => {
    let timer;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(action, milliseconds);
    };
    later.cancel = () => clearTimeout(timer);
    return later;
  };

  // A fetch that gives up the one before it.
  const latest = () => {
    let controller;
    return async (address, accept) => {
      controller?.abort();
      controller = new AbortController();
      const response = await fetch(address, { signal: controller.signal, headers: { Accept: accept } });
      if (!response.ok) throw new Error(`${response.status}`);
      return response;
    };
  };

  const element = (name, properties = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // The text of escaped HTML with its marks, and nothing else of it: no markup of an answer gets into the page.
  const marked = (html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html").body;
    return [...parsed.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent);
  };

  // Completions: the pattern "combobox with a list" of the ARIA Authoring Practices.
  const offerCompletions = (input) => {
    const form = input.form;
    const base = form.action.replace(/search$/, "");
    const ask = latest();
    const list = element("ul", {
      id: "suggestions", class: "suggestions", role: "listbox", "aria-label": texts.suggestionsLabel,
    });
    list.hidden = true;
    form.append(list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions",
    })) input.setAttribute(name, value);
    let completions = [];
    let chosen = -1;

    const show = (isOpen) => {
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) choose(-1);
    };
    const choose = (index) => {
      chosen = index;
      for (const [place, option] of [...list.children].entries()) {
        option.setAttribute("aria-selected", String(place === index));
      }
      if (index >= 0) {
        input.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    };
    const names = {
      title: texts.ofTitle, speaker: texts.ofSpeaker, expertise: texts.ofExpertise, phrase: texts.ofPhrase,
    };
    const take = ({ kind, id, text }) => {
      stop();
      if (kind === "title" && id) location.href = `${base}debates/${encodeURIComponent(id)}`;
      else if (kind === "speaker" && id) location.href = `${base}speakers/${encodeURIComponent(id)}`;
      else if (kind === "expertise") location.href = `${base}expertises/${encodeURIComponent(text)}`;
      else {
        input.value = text;
        form.requestSubmit();
      }
    };
    const complete = async () => {
      const typed = input.value.trim();
      if (!typed) return show(false);
      try {
        const address = `${texts.suggestions}?${new URLSearchParams({ q: typed, limit: "8" })}`;
        const answer = await (await ask(address, "application/json")).json();
        if (input.value.trim() !== typed || document.activeElement !== input) return;
        completions = answer.results;
        list.replaceChildren(...completions.map((completion, index) =>
          element("li", { id: `suggestion-${index}`, role: "option", "aria-selected": "false" },
            element("span", {}, ...marked(completion.highlighted)), " ",
            element("span", { class: "of" }, names[completion.kind] ?? ""))));
        chosen = -1;
        show(completions.length > 0);
      } catch {
        // An older question, or no answer: whoever types goes on typing.
      }
    };
    const soon = debounced(120, complete);
    const stop = () => {
      soon.cancel();
      show(false);
    };

    input.addEventListener("input", soon);
    input.addEventListener("blur", stop);
    form.addEventListener("submit", stop);
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      const isOpen = !list.hidden;
      if (event.key === "ArrowDown" && !isOpen) complete();
      else if (event.key === "ArrowDown") choose(chosen + 1 < count ? chosen + 1 : -1);
      else if (event.key === "ArrowUp" && isOpen) choose(chosen < 0 ? count - 1 : chosen - 1);
      else if (event.key === "Escape" && isOpen) stop();
      else if (event.key === "Enter" && isOpen && chosen >= 0) take(completions[chosen]);
      else return;
      event.preventDefault();
    });
    // The box keeps the focus while something is picked by mouse or finger.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const index = [...list.children].indexOf(event.target.closest("li"));
      if (index >= 0) take(completions[index]);
    });
  };

  // Results at once: the same page is fetched, and what it says of the search takes the place of what stands here.
  const showResultsAtOnce = (input) => {
    const form = input.form;
    const ask = latest();
    const region = () => document.getElementById("search-page");
    let isTyping = false;

    const openFacets = () =>
      new Set([...region().querySelectorAll(".facet[open] h3")].map((heading) => heading.textContent));
    const replace = (page) => {
      const open = openFacets();
      const fresh = document.adoptNode(page.getElementById("search-page"));
      for (const facet of fresh.querySelectorAll(".facet")) {
        if (open.has(facet.querySelector("h3").textContent)) facet.open = true;
      }
      region().replaceWith(fresh);
      document.title = page.title;
      for (const field of form.querySelectorAll("[type=hidden]")) field.remove();
      form.append(...page.querySelectorAll("#query ~ [type=hidden]"));
      for (const selector of [".languages", "link[type='application/atom+xml']"]) {
        const [old, other] = [document.querySelector(selector), page.querySelector(selector)];
        if (old && other) old.replaceWith(document.adoptNode(other));
      }
    };
    const go = async (address, { push, focus, keepText }) => {
      region().setAttribute("aria-busy", "true");
      announce(texts.busy);
      try {
        const response = await ask(address, "text/html");
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        if (!page.getElementById("search-page")) throw new Error("another page");
        replace(page);
        if (push === "new") history.pushState(null, "", address);
        else if (push === "same") history.replaceState(null, "", address);
        if (!keepText) input.value = page.getElementById("query").value;
        announce(region().dataset.announcement);
        if (focus) {
          window.scrollTo(0, 0);
          document.getElementById("summary")?.focus({ preventScroll: true });
        }
      } catch (error) {
        if (error.name === "AbortError") return;
        region().removeAttribute("aria-busy");
        announce(texts.failed);
        const summary = document.getElementById("summary");
        if (summary) summary.textContent = texts.failed;
      }
    };
    const address = () => {
      const fields = new URLSearchParams(new FormData(form));
      return `${form.action}?${fields}`;
    };
    const typed = () => {
      if (address() === location.href) return;
      go(address(), { push: isTyping ? "same" : "new", keepText: true });
      isTyping = true;
    };
    const soon = debounced(250, typed);

    input.addEventListener("input", soon);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      soon.cancel();
      isTyping = false;
      go(address(), { push: address() === location.href ? "same" : "new", keepText: true });
    });
    document.getElementById("main").addEventListener("click", (event) => {
      const link = event.target.closest("#search-page a[href]");
      const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
      if (!link || !isPlain || link.hash || link.origin !== location.origin) return;
      if (link.pathname !== location.pathname) return;
      event.preventDefault();
      soon.cancel();
      isTyping = false;
      go(link.href, { push: "new", focus: true });
    });
    window.addEventListener("popstate", () => {
      isTyping = false;
      go(location.href, {});
    });
  };

  // `/` to the search box; `j` and `k` from result to result while the focus is among them.
  // Keys that are letters can be switched off (WCAG 2.2, 2.1.4): who dictates would press them by chance.
  const listenToKeys = () => {
    const stops = ".result .title a, .matches .context";
    const button = document.getElementById("keys-switch");
    const name = "palabre-keys";
    let areOff = false;
    try { areOff = localStorage.getItem(name) === "off"; } catch { /* Nothing can be kept: they are on. */ }
    const label = () => { button.textContent = areOff ? button.dataset.on : button.dataset.off; };
    if (button) {
      label();
      button.hidden = false;
      button.addEventListener("click", () => {
        areOff = !areOff;
        label();
        try {
          if (areOff) localStorage.setItem(name, "off");
          else localStorage.removeItem(name);
        } catch { /* It holds for this page. */ }
      });
    }
    document.addEventListener("keydown", (event) => {
      if (areOff || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const focused = document.activeElement;
      if (focused.closest("input, textarea, select, video, audio, iframe, [contenteditable]")) return;
      if (event.key === "/" && box) {
        event.preventDefault();
        box.focus();
        box.select();
      } else if ((event.key === "j" || event.key === "k") && focused.closest("main")) {
        const all = [...document.querySelectorAll(stops)];
        const before = all.filter((link) => focused.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_PRECEDING);
        const after = all.filter((link) =>
          focused.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
        (event.key === "j" ? after[0] : before.at(-1))?.focus();
      }
    });
  };

  // Times of the recording jump there: in a file's own player, or in a platform's frame, loaded when it is asked for.
  const play = (player) => {
    const media = player.querySelector("video, audio");
    const embed = player.dataset.embed;
    if (!media && !embed) return;
    let frame;
    if (media) {
      player.classList.add("is-ready");
      media.addEventListener("error", () => player.classList.remove("is-ready"));
    }
    const at = (second) => {
      if (media) {
        media.currentTime = second;
        media.play()?.catch(() => {});
        return;
      }
      if (!frame) {
        frame = element("iframe", {
          title: texts.playerTitle, allow: "autoplay; fullscreen; encrypted-media; picture-in-picture",
          referrerpolicy: "strict-origin-when-cross-origin",
        });
        frame.allowFullscreen = true;
        player.append(frame);
        player.classList.add("is-ready");
      }
      frame.src = embed.replace("{second}", String(second));
    };
    document.querySelector(".content").addEventListener("click", (event) => {
      const link = event.target.closest("a[data-second]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      at(Number(link.dataset.second));
      (media ?? frame).scrollIntoView({ block: "center" });
    });
  };

  if (box) offerCompletions(box);
  if (box && document.getElementById("search-page")) showResultsAtOnce(box);
  listenToKeys();
  const player = document.getElementById("player");
  if (player) play(player);
}
