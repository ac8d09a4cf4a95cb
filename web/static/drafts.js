// What the editor of drafts gains from a script: it saves by itself, and blocks can be dragged. All works without it.
"use strict";

{
  const form = document.querySelector("form[data-draft]");
  const WAIT = 1500;
  let dirty = false, stopped = false, timer = 0, saving = null;

  const tell = (text) => { document.getElementById("status").textContent = text; };
  const state = (text) => { const place = document.getElementById("sparat"); if (place) place.textContent = text; };

  // Save what was written, and take from the answer what has changed beside the fields.
  const save = () => {
    clearTimeout(timer);
    saving ??= send().finally(() => { saving = null; });
    return saving;
  };
  const send = async () => {
    dirty = false;
    const sent = new FormData(form);
    sent.set("gor", "spara");
    const address = new URL(form.action);
    address.searchParams.set("bara", "1");
    try {
      const answer = await fetch(address, { method: "POST", body: sent });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok) return refuse(page);
      renew(page);
    } catch {
      dirty = true;
      state("Inte sparat: servern svarar inte");
      tell("Det gick inte att spara. Servern svarar inte.");
      later(5 * WAIT);
    }
  };
  const refuse = (page) => {
    dirty = true;
    stopped = true;
    state("Inte sparat");
    const said = page.getElementById("felet");
    document.getElementById("felet")?.remove();
    if (said) document.querySelector("main h1").after(document.adoptNode(said));
    const version = page.querySelector("[data-version]");
    if (version) for (const field of document.querySelectorAll("[data-version]")) field.value = version.value;
    tell(said?.querySelector("h2")?.textContent ?? "Det sparades inte.");
  };
  const renew = (page) => {
    for (const fresh of page.querySelectorAll("[data-live]")) {
      const stale = document.getElementById(fresh.id);
      if (!stale || stale.innerHTML === fresh.innerHTML) continue;
      // Whoever stands in it with the keyboard is not to lose the place.
      if (stale.contains(document.activeElement)) continue;
      const open = [...stale.querySelectorAll("details")].map((one) => one.open);
      stale.replaceChildren(...fresh.childNodes);
      stale.querySelectorAll("details").forEach((one, at) => { one.open = open[at] ?? one.open; });
    }
    const version = page.querySelector("[data-version]").value;
    for (const field of document.querySelectorAll("[data-version]")) field.value = version;
  };
  const later = (wait) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, wait);
  };

  // Fields that are added by their own button are not part of what is saved meanwhile.
  const ASIDE = new Set(["nytt", "siffra", "siffra-kalla", "ny-rubrik", "fraga"]);
  document.addEventListener("input", (event) => {
    if (event.target.form !== form || ASIDE.has(event.target.name)) return;
    dirty = true;
    if (!stopped) state("Ändrat, sparas strax …");
    later(WAIT);
  });

  // What is asked for next waits until what was written is kept.
  document.addEventListener("submit", async (event) => {
    const question = event.target.dataset.sure;
    if (question && !confirm(question)) return event.preventDefault();
    const own = event.target === form;
    if (!saving && (own || !dirty || stopped)) { dirty = false; clearTimeout(timer); return; }
    event.preventDefault();
    const { submitter } = event;
    await (saving ?? save());
    if (!own && dirty && !stopped) await save();
    if (stopped && !own) return;
    // The button may have been made anew meanwhile.
    event.target.isConnected ? event.target.requestSubmit(submitter?.isConnected ? submitter : null) : location.reload();
  });
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!dirty || stopped || !link || link.target || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    await save();
    if (!stopped) location.assign(link.href);
  });
  addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });

  // Blocks are moved by the keys Alt and an arrow, or dragged by their heads.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowUp: "-1", ArrowDown: "1" }[event.key];
    const block = event.altKey && step && event.target.closest(".block");
    if (!block) return;
    event.preventDefault();
    block.querySelector(`[data-move="${step}"]:enabled`)?.click();
  });
  let dragged = null;
  const blocks = () => [...document.querySelectorAll(".blocks > .block")];
  for (const block of blocks()) {
    const head = block.querySelector(".block-head");
    head.draggable = true;
    head.addEventListener("dragstart", (event) => {
      dragged = block;
      block.classList.add("dragged");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setDragImage(block, 20, 20);
    });
    block.addEventListener("dragover", (event) => {
      if (!dragged || dragged === block) return;
      event.preventDefault();
      block.classList.add("over");
    });
    block.addEventListener("dragleave", () => block.classList.remove("over"));
    block.addEventListener("drop", (event) => {
      event.preventDefault();
      block.classList.remove("over");
      if (!dragged || dragged === block) return;
      const rest = blocks().filter((one) => one !== dragged);
      press(`flytta:${dragged.id}:${rest.indexOf(block)}`);
    });
    head.addEventListener("dragend", () => {
      block.classList.remove("dragged");
      dragged = null;
    });
  }
  const press = (what) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "submit", name: "gor", value: what, hidden: true });
    form.append(button);
    form.requestSubmit(button);
  };

  // On a narrow screen the heading that is written comes first.
  if (matchMedia("(max-width: 64rem)").matches) {
    const outline = document.querySelector("[data-outline]");
    if (outline && document.getElementById("stycken")) outline.open = false;
  }
}
