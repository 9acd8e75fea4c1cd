// What the page does without asking the server: markers, evidence, copying, labels.
(() => {
  const KEY = "zhengwen-language";
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const glide = () => (calm.matches ? "auto" : "smooth");

  // Scroll one box, not the page, so that `inner` stands in its middle.
  function centre(box, inner, behavior = "auto") {
    const gap = inner.getBoundingClientRect().top - box.getBoundingClientRect().top;
    const spare = Math.max(0, box.clientHeight - inner.getBoundingClientRect().height) / 2;
    box.scrollTo({ top: box.scrollTop + gap - spare, behavior });
  }

  function isVisible(element) {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight - 120;
  }

  // In the evidence of a turn, bring every first mark into its section's window.
  function showMarks(block) {
    all(".zw-source", block).forEach((source) => {
      const mark = source.querySelector("mark");
      if (mark) centre(source, mark);
    });
  }

  function showTurn(number) {
    const blocks = all(".zw-turn-evidence");
    const wanted = blocks.find((block) => block.dataset.turn === number);
    if (!wanted) return null;
    blocks.forEach((block) => block.classList.toggle("zw-current", block === wanted));
    showMarks(wanted);
    return wanted;
  }

  function cite(name) {
    document.body.dataset.side = "evidence";
    const block = showTurn(name.split("-")[0]);
    const marks = block ? all(`mark[data-cites~="${CSS.escape(name)}"]`, block) : [];
    if (!marks.length) return;
    const card = marks[0].closest(".zw-card");
    const panel = card.closest(".zw-evidence");
    centre(card.querySelector(".zw-source"), marks[0]);
    card.focus({ preventScroll: true });
    if (panel.scrollHeight > panel.clientHeight + 1) {
      const top = card.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      const heading = panel.querySelector("h2").offsetHeight;
      const isFirst = card.previousElementSibling?.classList.contains("zw-for");
      panel.scrollTo({
        top: isFirst ? 0 : panel.scrollTop + top - heading,
        behavior: glide(),
      });
    } else if (!isVisible(card)) {
      card.scrollIntoView({ block: "start", behavior: glide() });
    }
    all(".zw-active, .zw-flash").forEach((seen) => seen.classList.remove("zw-active", "zw-flash"));
    all(`[data-cites~="${CSS.escape(name)}"]`, block).forEach((cited) => {
      void cited.offsetWidth; // restarts the animation
      cited.classList.add("zw-active", "zw-flash");
    });
  }

  function askQuestion(text) {
    const box = document.querySelector("#zw-question textarea, #zw-question input");
    if (!box) return;
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => document.querySelector("#zw-send").click(), 50);
  }

  // The clipboard of the browser is there on https and localhost only.
  async function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  function header() {
    return document.querySelector(".zw-header");
  }

  // Leave out what is too large, with a word why; Gradio would refuse all files of a batch.
  function withoutLarge(files) {
    const { limit, large } = header()?.dataset ?? {};
    const kept = new DataTransfer();
    const refused = [...files].filter((file) => {
      if (file.size <= Number(limit)) kept.items.add(file);
      return file.size > Number(limit);
    });
    document.querySelector(".zw-refused")?.remove();
    if (!refused.length) return null;
    const note = document.createElement("p");
    note.className = "zw-refused";
    note.setAttribute("role", "alert");
    note.textContent = `${refused.map((file) => file.name).join(", ")}: ${large}`;
    document.querySelector("#zw-drop").after(note);
    return kept.files;
  }

  let isOwn = false; // the change that is made here, of what is left

  function onFiles(event) {
    if (isOwn || !event.target.closest?.("#zw-drop")) return;
    const input = document.querySelector("#zw-drop input[type=file]");
    const kept = withoutLarge((event.dataTransfer ?? event.target).files ?? []);
    if (!kept || !input) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.files = kept;
    isOwn = true;
    if (kept.length) input.dispatchEvent(new Event("change", { bubbles: true }));
    isOwn = false;
  }
  document.addEventListener("change", onFiles, true);
  document.addEventListener("drop", onFiles, true);

  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".zw-fold")) setTimeout(window.zhengwen.relabel, 100); // made late
    const target = event.target.closest?.("[data-cite], [data-ask], [data-copy], [data-back]");
    if (!target) return;
    const { cite: name, ask, copy: text, back } = target.dataset;
    if (name) {
      event.preventDefault();
      cite(name);
    } else if (ask) {
      askQuestion(ask);
    } else if (text) {
      const label = target.textContent;
      copy(text).then(() => {
        target.textContent = header()?.dataset.copied ?? label;
        setTimeout(() => (target.textContent = label), 1500);
      });
    } else if (back) {
      event.preventDefault();
      const turn = document.getElementById(`turn-${back}`);
      turn?.focus({ preventScroll: true });
      turn?.scrollIntoView({ block: "start", behavior: glide() });
    }
  });

  window.zhengwen = {
    // The language chosen on an earlier visit; null: follow the browser.
    language() {
      try {
        const kept = localStorage.getItem(KEY);
        return ["zh", "en"].includes(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    remember(language) {
      try {
        localStorage.setItem(KEY, language);
      } catch {
        // Private windows may keep nothing; the switch works all the same.
      }
    },
    // After new labels: tell the document and the parts that only the browser can reach.
    relabel() {
      const { lang, drop } = header()?.dataset ?? {};
      if (!lang) return;
      document.documentElement.lang = lang;
      document.documentElement.style.setProperty("--zw-drop", JSON.stringify(drop));
      document.querySelector("#zw-drop button")?.setAttribute("aria-label", drop);
    },
    // While a question is being answered: keep it in view. Where nothing comes back, the stream of
    // results closed just when the question was sent; a nudge opens it again.
    follow() {
      const box = document.querySelector("#zw-question textarea");
      let tries = 20;
      const timer = setInterval(() => {
        const working = document.querySelector(".zw-working");
        working?.scrollIntoView({ block: "nearest" });
        if (working || --tries === 0) clearInterval(timer);
        if (!working && tries === 0 && box?.value.trim()) document.querySelector("#zw-nudge")?.click();
      }, 100);
    },
    // After an answer: show its question at the top of the conversation, and its evidence.
    settle() {
      const empty = document.querySelector(".zw-empty-scope");
      if (empty) {
        empty.classList.remove("zw-flash");
        void empty.offsetWidth; // restarts the animation
        empty.classList.add("zw-flash");
        empty.scrollIntoView({ block: "nearest", behavior: glide() });
        return;
      }
      document.body.dataset.side = "evidence";
      const box = document.querySelector(".zw-conversation");
      const turn = all(".zw-turn").at(-1);
      if (!box || !turn) return;
      if (box.scrollHeight > box.clientHeight + 1) {
        const gap = turn.getBoundingClientRect().top - box.getBoundingClientRect().top;
        box.scrollTo({ top: box.scrollTop + gap - 16, behavior: glide() });
      } else {
        turn.scrollIntoView({ block: "nearest", behavior: glide() });
      }
      const block = document.querySelector(".zw-turn-evidence.zw-current");
      if (block) {
        block.closest(".zw-evidence").scrollTo({ top: 0 });
        showMarks(block);
      }
    },
  };
})();
