// The list of findings: filters, search, two orders; a page of it at a time.

const PAGE = 100;
const BLANK = 0;
const LEFT_OUT = 2;
const findings = { rows: [], found: [], shown: 0 };

function startFindings() {
  const form = document.getElementById("finding-filters");
  if (!form) return;
  const columns = DATA.findings;
  findings.rows = columns.sent.map((sent, at) => {
    const unit = DATA.forms[columns.form[at]].sent.unit[sent];
    return { at, unit, place: UNITS.place[unit], what: columns.what[at], hard: columns.hard[at], folded: null };
  });
  fillFilters(form);
  const apply = () => applyFilters(form);
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}

function fillFilters(form) {
  const { place, kind, state, what, order } = form.elements;
  const used = new Set(findings.rows.map((row) => row.place));
  fillSelect(place, [["", say("all")], ...DATA.places.map((name, at) => [at, name]).filter(([at]) => used.has(at))]);
  fillSelect(kind, [["", say("all")], ["1", say("hard")], ["0", say("soft")]]);
  fillSelect(state, [["", say("all")], ["open", say("open")], ["explained", say("explained")], ["left-out", say("left-out")]]);
  const counts = d3.rollup(findings.rows, (rows) => rows.length, (row) => row.what);
  const kinds = [...counts].sort((one, other) => other[1] - one[1]);
  fillSelect(what, [["", say("all")], ...kinds.map(([text, count]) => [text, `${DATA.findings.texts[text]} (${count})`])]);
  fillSelect(order, [["school", say("by-school")], ["rule", say("by-rule")]]);
}

function applyFilters(form) {
  const { search, place, kind, state, what, order } = form.elements;
  const words = fold(search.value).split(" ").filter(Boolean);
  const columns = DATA.findings;
  const states = {
    "": () => true,
    open: (row) => !columns.explanation[row.at],
    explained: (row) => Boolean(columns.explanation[row.at]),
    "left-out": (row) => columns.counted[row.at] === LEFT_OUT,
  };
  findings.found = findings.rows.filter(
    (row) =>
      (!place.value || row.place === Number(place.value)) &&
      (!kind.value || row.hard === Number(kind.value)) &&
      (!what.value || row.what === Number(what.value)) &&
      states[state.value](row) &&
      words.every((word) => foldedRow(row).includes(word)),
  );
  if (order.value === "rule") {
    const counts = d3.rollup(findings.found, (rows) => rows.length, (row) => row.what);
    findings.found.sort((one, other) => counts.get(other.what) - counts.get(one.what) || one.what - other.what || one.at - other.at);
  }
  const units = new Set(findings.found.map((row) => row.unit)).size;
  document.getElementById("finding-count").textContent = findings.found.length
    ? say("found", { count: findings.found.length, units })
    : say("found-none");
  findings.shown = 0;
  document.getElementById("finding-list").replaceChildren();
  showMore(order.value);
}

function foldedRow(row) {
  if (row.folded === null) {
    const { texts, sheet, place, cell, text, explanation, what, rule, form, sent } = DATA.findings;
    const parts = [what, sheet, place, text, explanation, rule].map((column) => texts[column[row.at]]);
    row.folded = `${unitFolded[row.unit]} ${fold(parts.join(" "))} ${fold(cell[row.at])} ${fold(DATA.forms[form[row.at]].sent.file[sent[row.at]])}`;
  }
  return row.folded;
}

// Adds a page of findings, each group under a heading: a school, or a kind of finding.
function showMore(order) {
  const list = document.getElementById("finding-list");
  const group = (row) => (order === "rule" ? row.what : row.unit);
  for (const row of findings.found.slice(findings.shown, findings.shown + PAGE)) {
    if (list.lastElementChild?.dataset.group !== String(group(row))) list.append(findingGroup(order, row, group(row)));
    list.lastElementChild.lastElementChild.append(findingLine(order, row));
  }
  findings.shown = Math.min(findings.shown + PAGE, findings.found.length);
  const rest = findings.found.length - findings.shown;
  document.getElementById("finding-more").replaceChildren(
    ...(rest ? [
      make("button", { type: "button", onclick: () => showMore(order) }, say("more", { count: Math.min(rest, PAGE) })),
      make("span", { class: "print-only" }, say("shown", { shown: findings.shown, count: findings.found.length })),
    ] : []),
  );
}

function findingGroup(order, row, key) {
  const title = order === "rule" ? DATA.findings.texts[row.what] : `${unitName(row.unit)}, ${placeName(row.unit)}`;
  return make("div", { class: "finding-group", "data-group": key }, make("h3", {}, title), make("ul", { class: "finding-lines" }));
}

function findingLine(order, row) {
  const { texts, sheet, place, cell, text, explanation, hard, counted, form, sent } = DATA.findings;
  const at = row.at;
  const name = texts[sheet[at]];
  const where = cell[at] ? say("cell", { sheet: name, cell: cell[at] }) : name ? say("sheet", { sheet: name }) : "";
  const file = DATA.forms[form[at]].sent.file[sent[at]];
  const tags = [make("span", { class: hard[at] ? "hard" : "soft" }, say(hard[at] ? "error" : "question"))];
  if (counted[at] === LEFT_OUT) tags.push(" ", make("span", { class: "tag" }, say("left-out")));
  if (counted[at] === BLANK) tags.push(" ", make("span", { class: "tag" }, say("blank")));
  return make(
    "li", {},
    ...tags, " ",
    order === "rule" ? make("strong", {}, `${unitName(row.unit)}, ${placeName(row.unit)}. `) : null,
    texts[place[at]] ? make("span", { class: "captions" }, `${texts[place[at]]}. `) : null,
    texts[text[at]],
    texts[explanation[at]] ? make("em", { class: "explanation" }, say("explanation", { text: texts[explanation[at]] })) : null,
    make("small", { class: "below" }, [where, file].filter(Boolean).join(" · ")),
  );
}

function showFindingsOf(unit) {
  const form = document.getElementById("finding-filters");
  form.reset();
  form.elements.search.value = `${UNITS.code[unit]} ${unitName(unit)}`;
  setTimeout(() => {
    applyFilters(form);
    document.getElementById("findings").scrollIntoView();
    form.elements.search.focus({ preventScroll: true });
  });
}
