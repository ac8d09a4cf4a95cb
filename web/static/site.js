// What the pages gain from a script; everything works without it.
"use strict";

// Copy a citation, and say so to screen readers too.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const status = document.getElementById("status");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = "Hänvisningen är kopierad.";
    button.textContent = "Kopierad";
    setTimeout(() => { button.textContent = "Kopiera hänvisning"; }, 2000);
  } catch {
    status.textContent = "Webbläsaren lät oss inte kopiera. Markera hänvisningen och kopiera själv.";
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
