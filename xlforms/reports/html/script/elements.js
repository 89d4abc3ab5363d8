// Elements are made of texts only: nothing that a school wrote is ever read as markup.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function fillSelect(select, options) {
  select.replaceChildren(...options.map(([value, text]) => make("option", { value }, text)));
}

// A table with its caption and headings; a row is a list of texts or elements, its first cell heads it.
function makeTable(caption, heads, rows, attributes = {}) {
  return make(
    "table",
    attributes,
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make(
      "tbody",
      {},
      ...rows.map((row) =>
        make("tr", {}, ...row.map((cell, place) => {
          const head = { "data-head": heads[place] };
          return place ? make("td", head, cell) : make("th", { scope: "row", ...head }, cell);
        })),
      ),
    ),
  );
}

// Runs `work` when an element first comes near the window, at the latest when the browser has nothing else to do.
const waiting = new Map();
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) runNow(entry.target);
}, { rootMargin: "400px" });

function whenSeen(element, work) {
  waiting.set(element, work);
  watcher.observe(element);
}

function runNow(element) {
  const work = waiting.get(element);
  waiting.delete(element);
  watcher.unobserve(element);
  if (work) work();
}

function runWaiting() {
  const [next] = waiting.keys();
  if (next === undefined) return;
  runNow(next);
  setTimeout(runWaiting);
}
