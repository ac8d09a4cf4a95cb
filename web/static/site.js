// What the pages gain from a script; everything works without it.
"use strict";

// What happens by itself is told to screen readers too.
const say = (sentence) => { document.getElementById("status").textContent = sentence; };

// Copy a citation, and say so.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    say("Hänvisningen är kopierad.");
    button.textContent = "Kopierad";
    setTimeout(() => { button.textContent = "Kopiera hänvisning"; }, 2000);
  } catch {
    say("Webbläsaren lät oss inte kopiera. Markera hänvisningen och kopiera själv.");
  }
});

// Buttons that need this script are hidden until it runs.
for (const button of document.querySelectorAll("button[data-copy]")) button.hidden = false;

// On a narrow screen what is to be read comes first: the contents list and the fields of a list wait, closed.
if (matchMedia("(max-width: 60rem)").matches) {
  for (const contents of document.querySelectorAll(".tree details, details[data-waits]")) contents.open = false;
} else {
  // In a long list, the current section is seen without scrolling.
  const list = document.querySelector(".tree");
  const current = list?.querySelector("[aria-current]");
  if (current) list.scrollTop = current.offsetTop - list.clientHeight / 2;
}

// Keyboard shortcuts, as the dialog lists them. Whoever uses them by mistake, or by voice, can switch them off.
const OFF = "arsringar-utan-kortkommandon";
const shortcuts = document.getElementById("kortkommandon");
const wanted = document.getElementById("kortkommandon-pa");
const remembered = (act) => { try { return act(localStorage); } catch { return null; } };
wanted.checked = remembered((memory) => memory.getItem(OFF)) === null;
wanted.addEventListener("change", () => {
  remembered((memory) => (wanted.checked ? memory.removeItem(OFF) : memory.setItem(OFF, "1")));
});
for (const opener of document.querySelectorAll("[data-shortcuts]")) {
  opener.hidden = false;
  opener.addEventListener("click", () => shortcuts.showModal());
}
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (!wanted.checked || shortcuts.open || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = [...shortcuts.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  const target = row?.dataset.targets.split("|").map((one) => document.querySelector(one)).find(Boolean);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  else target.click();
});

// Files may be dropped on the form; one that would be refused for its size is told before it is sent.
for (const form of document.querySelectorAll("[data-drop]")) {
  const field = form.querySelector("input[type=file]");
  const tell = () => {
    const bytes = [...field.files].reduce((sum, file) => sum + file.size, 0);
    const refused = field.files.length > Number(form.dataset.mostFiles) ? "Det är för många filer på en gång."
      : bytes > Number(form.dataset.mostBytes) ? "Filerna är tillsammans för stora." : "";
    field.setCustomValidity(refused);
    say(refused || `${field.files.length} ${field.files.length === 1 ? "fil vald" : "filer valda"}.`);
  };
  form.querySelector("[data-drop-hint]").hidden = false;
  field.addEventListener("change", tell);
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("over", kind === "dragover");
      if (kind !== "drop" || !event.dataTransfer.files.length) return;
      field.files = event.dataTransfer.files;
      tell();
    });
  }
}

// An upload is followed as it is read: bars move by what the stream tells, and what has changed its stage is shown anew.
const followed = document.querySelector("[data-watch]");
if (followed) {
  const stream = new EventSource(followed.dataset.watch);
  const renew = async () => {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = page.title;
    document.getElementById("lage").replaceChildren(...page.getElementById("lage").childNodes);
    for (const row of page.querySelectorAll("[data-stage]")) {
      const shown = document.getElementById(row.id);
      if (!shown || shown.dataset.stage === row.dataset.stage) continue;
      shown.replaceWith(row);
      if (row.dataset.stage === "settled") say(`${row.querySelector("h2").firstChild.data.trim()}: ${row.querySelector("[data-said]").textContent}`);
    }
  };
  const hear = (event) => {
    const job = JSON.parse(event.data);
    let stale = event.type === "done" || Boolean(job.message);
    for (const file of job.files) {
      const row = document.getElementById(`fil-${file.number}`);
      stale ||= row.dataset.stage !== file.stage;
      const bar = row.querySelector("progress");
      if (bar) bar.value = file.percent;
      if (!bar || file.stage !== "reading" || row.dataset.stage !== "reading") continue;
      const read = file.pages_done === file.pages;
      row.querySelector("[data-said]").textContent = read ? followed.dataset.analysed : `Läser: ${file.pages_done} av ${file.pages} sidor`;
    }
    if (event.type === "done") stream.close();
    if (stale) renew();
  };
  stream.addEventListener("change", hear);
  stream.addEventListener("done", hear);
}
