// Documents: what a button stands for, asking before something is removed, reading.
(() => {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let opener = null; // where the keyboard goes back to when a document is closed
  let picked = "";

  const words = () => document.querySelector(".zw-header")?.dataset ?? {};
  const side = (name) => (document.body.dataset.side = name);

  // Ask in a dialog of the page's own; the question is text, whatever a title holds.
  function confirmed(question) {
    const dialog = document.createElement("dialog");
    const text = document.createElement("p");
    const buttons = document.createElement("form");
    dialog.className = "zw-dialog";
    dialog.lang = document.documentElement.lang;
    text.textContent = question;
    buttons.method = "dialog";
    for (const [value, label] of [["no", words().no], ["yes", words().yes]]) {
      const button = document.createElement("button");
      button.value = value;
      button.textContent = label;
      buttons.append(button);
    }
    dialog.setAttribute("aria-label", question);
    dialog.append(text, buttons);
    document.body.append(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "yes");
      });
      dialog.showModal();
    });
  }

  async function pick(button) {
    const { pick, document: id, section, confirm: question } = button.dataset;
    if (question && !(await confirmed(question))) return button.focus();
    if (pick === "open") opener = button;
    picked = pick;
    const detail = { pick, document: id, section: section ?? "" };
    button.dispatchEvent(new CustomEvent("zw-pick", { bubbles: true, detail }));
  }

  function markCurrent(ref) {
    document.querySelectorAll("#zw-reading nav [data-section]").forEach((button) => {
      if (button.dataset.section === ref) {
        button.setAttribute("aria-current", "true");
        const list = button.closest("nav");
        const gap = button.getBoundingClientRect().top - list.getBoundingClientRect().top;
        if (gap < 0 || gap > list.clientHeight - 40) list.scrollTop += gap - 40;
      } else {
        button.removeAttribute("aria-current");
      }
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-pick]");
    if (button) pick(button);
    if (event.target.closest?.(".zw-close")) {
      side("evidence");
      const back = opener?.isConnected ? opener : document.querySelector("#zw-question textarea");
      back?.focus();
    }
  });

  // Removing all files asks first: the click is held back and made again after a yes.
  document.addEventListener(
    "click",
    async (event) => {
      const button = event.target.closest?.("#zw-remove");
      if (!button || button.dataset.sure) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!(await confirmed(words().remove))) return button.focus();
      button.dataset.sure = "yes";
      button.click();
      delete button.dataset.sure;
    },
    true,
  );

  Object.assign(window.zhengwen, {
    // After a document or a section was fetched: show it and go there.
    read() {
      side("reading");
      const section = document.querySelector("#zw-reading .zw-passage > header");
      const title = document.querySelector("#zw-reading [tabindex='-1']");
      const target = picked === "section" && section ? section : title;
      markCurrent(section?.dataset.ref);
      target?.focus({ preventScroll: true });
      document.querySelector("#zw-reading .zw-source")?.scrollTo(0, 0);
      const { top, bottom } = target?.getBoundingClientRect() ?? {};
      if (top < 0 || bottom > window.innerHeight - 80) {
        target.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
      }
    },
    // After a removal: the button that had the keyboard is gone.
    removed() {
      const next = document.querySelector("#zw-search textarea, #zw-search input");
      (next?.offsetParent ? next : document.querySelector("#zw-question textarea"))?.focus();
    },
  });
})();
