// The data by columns, and how to find one's way in it: units by number, the submission of a unit in a form.

const UNITS = DATA.units;
const unitFolded = UNITS.name.map((name, unit) => fold(`${UNITS.code[unit]} ${name} ${DATA.places[UNITS.place[unit]]}`));

function unitName(unit) {
  return UNITS.name[unit] || UNITS.code[unit];
}

function placeName(unit) {
  return DATA.places[UNITS.place[unit]];
}

for (const form of DATA.forms) {
  form.taken = new Map();
  form.sentOf = new Map(form.sent.unit.map((unit, sent) => [unit, sent]));
  form.movedOf = new Map(form.moved.sent.map((sent, at) => [`${sent}:${form.moved.item[at]}`, at]));
  form.leftOutOf = new Map(form.left_out.sent.map((sent, at) => [`${sent}:${form.left_out.item[at]}`, at]));
  // Who was to answer: those that did and those that are missing, in the order of the register.
  form.asked = [...form.sent.unit, ...form.missing].sort((one, other) => one - other);
}

// The answers to an item, one for each submission, null for what does not count; taken apart when first asked for.
function answersOf(form, item) {
  if (!form.taken.has(item)) {
    form.taken.set(item, form.answers[item].split(",").map((answer) => (answer === "" ? null : Number(answer))));
  }
  return form.taken.get(item);
}

// Sheet and cell of an item in a submission, where it was really found.
function whereIs(form, item, sent) {
  const at = form.movedOf.get(`${sent}:${item}`);
  if (at !== undefined) return say("cell", { sheet: form.moved.sheet[at], cell: form.moved.cell[at] });
  const cells = form.cells[form.sent.version[sent]];
  return cells.cell[item] ? say("cell", { sheet: cells.sheet[item], cell: cells.cell[item] }) : "";
}

// What one submission answers: { text, counts, value }.
function answerOf(form, item, sent) {
  const value = answersOf(form, item)[sent];
  if (value !== null) return { text: showAnswer(form, item, value), counts: true, value };
  const at = form.leftOutOf.get(`${sent}:${item}`);
  if (at !== undefined) return { text: say("not-counted", { raw: form.left_out.raw[at] }), counts: false, value: null };
  if (isKeyFigure(form, item)) return { text: say("no-value"), counts: false, value: null };
  const asked = form.cells[form.sent.version[sent]].cell[item];
  return { text: say(asked ? "blank" : "other-version"), counts: false, value: null };
}

function showAnswer(form, item, value) {
  const shown = form.items.shown[item];
  if (shown === "choices" || shown === "texts") return form.texts[value];
  if (shown === "condition") return say(value ? "yes" : "no");
  return shown === "days" ? showDay(value) : showNumber(value, form.items.type[item]);
}

// The statistics of an item in a group (-1 is the region) by name.
function statisticsOf(form, item, group) {
  const names = form.kinds[form.kind[item]];
  const start = form.groups.indexOf(group) * names.length;
  return Object.fromEntries(names.map((name, place) => [name, form.totals[item][start + place] ?? null]));
}

function isNumber(form, item) {
  return !["choices", "texts", "days"].includes(form.items.shown[item]);
}

// Key figures stand behind the items: sums, levels that compare with those of schools, shares of schools.
function isKeyFigure(form, item) {
  return ["amount", "level", "condition"].includes(form.items.shown[item]);
}

function showStatistic(form, item, name, value) {
  if (value === null) return "–";
  return showNumber(value, name === "n" || name.startsWith("count:") ? "" : form.items.type[item]);
}

function statisticTitle(name) {
  return name.startsWith("count:") ? say("count", { choice: name.slice(6) }) : say(name);
}

// Number types whose items may stand on a chart, with the unit of measure behind the label.
function itemTitle(form, item) {
  const unit = form.items.unit[item];
  return unit ? `${form.items.label[item]}, ${unit}` : form.items.label[item];
}
