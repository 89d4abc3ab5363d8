// Distributions: every school is a dot that can be found by name, reached with the arrow keys and read out.

const chosenSchool = { unit: null, listeners: [] };
const DOT = "#4a6fa5";
const MARKED = "#b42318";

function figure(formNumber, item, byPlace) {
  const form = DATA.forms[formNumber];
  const host = make("figure", { class: "figure" });
  const points = form.sent.unit
    .map((unit, sent) => ({ unit, value: answersOf(form, item)[sent] }))
    .filter((point) => point.value !== null)
    .sort((one, other) => one.value - other.value || one.unit - other.unit);
  const label = itemTitle(form, item);
  if (!points.length) {
    host.append(make("figcaption", {}, say("figure-none", { label })));
    return host;
  }
  const show = (value) => showAnswer(form, item, value);
  const middle = middleOf(form, item, points);
  const groups = byPlace ? groupsOf(form, item) : [];
  const caption = figureCaption(form, item, points, middle);
  const chart = make("div", { class: "chart", tabindex: "0", role: "group", "aria-roledescription": say("figure-role"), "aria-label": caption });
  const told = make("p", { class: "told", role: "status" });
  host.append(
    make("figcaption", {}, caption),
    chart,
    told,
    make("button", { type: "button", "data-item": `${formNumber}:${item}` }, say("figure-drill")),
  );
  const state = { at: -1 };
  const draw = () => {
    const marked = points[state.at] ?? points.find((point) => point.unit === chosenSchool.unit);
    chart.replaceChildren(plot(points, {
      whole: isWhole(form, item), show, middle, byPlace, groups, marked, width: Math.max(chart.clientWidth || 600, 280),
    }));
    told.textContent = marked ? pointText(marked, show) : absentText(points);
  };
  const move = (step) => {
    const from = state.at < 0 ? points.findIndex((point) => point.unit === chosenSchool.unit) : state.at;
    state.at = Math.min(Math.max(from + step, 0), points.length - 1);
    draw();
  };
  chart.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -points.length, End: points.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  });
  chosenSchool.listeners.push(() => {
    state.at = -1;
    if (host.isConnected && chart.firstChild) draw();
  });
  redrawn.set(host, draw);
  whenSeen(chart, draw);
  return host;
}

// The line over the dots: the middle of schools, or the region where it is a level like theirs.
function middleOf(form, item, points) {
  const found = statisticsOf(form, item, -1);
  const level = ["level", "condition"].includes(form.items.shown[item]) ? found.value : null;
  return level ?? found.median ?? d3.median(points, (point) => point.value);
}

function figureCaption(form, item, points, middle) {
  const show = (value) => showAnswer(form, item, value);
  const label = itemTitle(form, item);
  const [low, high] = [show(points[0].value), show(points.at(-1).value)];
  if (!isKeyFigure(form, item)) return say("figure-caption", { label, count: points.length, low, high, middle: show(middle) });
  const region = statisticsOf(form, item, -1);
  const value = showStatistic(form, item, "value", region.value);
  if (form.items.shown[item] !== "condition") return say("figure-key", { label, value, count: region.n, low, high });
  return say("figure-condition", { label, value, yes: d3.sum(points, (point) => point.value), count: region.n });
}

// What each municipality comes to, in words, and as a place on the axis where it is a level like those of schools.
function groupsOf(form, item) {
  if (!isKeyFigure(form, item)) return [];
  return form.groups.filter((group) => group >= 0).map((group) => {
    const { n, value } = statisticsOf(form, item, group);
    const text = say("figure-covered", { value: showStatistic(form, item, "value", value), count: n });
    return { place: DATA.places[group], value: form.items.shown[item] === "amount" ? null : value, text };
  });
}

function isWhole(form, item) {
  return form.items.shown[item] === "condition" || ["integer", "year"].includes(form.items.type[item]);
}

function pointText(point, show) {
  return say("figure-point", { school: unitName(point.unit), place: placeName(point.unit), value: show(point.value) });
}

function absentText(points) {
  const unit = chosenSchool.unit;
  return unit === null || points.some((point) => point.unit === unit) ? "" : say("absent", { school: unitName(unit) });
}

function plot(points, { whole, show, middle, byPlace, groups, marked, width }) {
  const radius = points.length > 400 ? 2.5 : points.length > 100 ? 3.2 : 4.5;
  const margin = byPlace ? Math.min(width * 0.36, 190) : 12;
  const told = groups.filter((group) => points.some((point) => placeName(point.unit) === group.place));
  const levels = told.filter((group) => group.value !== null);
  const right = told.length ? Math.min(Math.max(width * 0.26, 108), 150) : 18;
  const room = width - margin - right;
  const deepest = pile(points, byPlace, room / (2 * radius));
  const band = byPlace ? Math.min(Math.max(26, deepest * 2 * radius + 6), 60) : Math.min(Math.max(24, deepest * 2 * radius + 8), 360);
  const step = Math.min(2 * radius + 0.6, (band - 2 * radius) / deepest);
  const places = DATA.places.filter((_, place) => points.some((point) => UNITS.place[point.unit] === place));
  const facet = byPlace ? { fy: (point) => placeName(point.unit) } : {};
  const position = { x: "value", y: (point) => point.step * step, ...facet };
  const ticks = d3.ticks(...extent(points), Math.max(3, Math.floor(room / 110))).filter((tick) => !whole || Number.isInteger(tick));
  const isLeft = marked && marked.value > (points[0].value + points.at(-1).value) / 2;
  const svg = Plot.plot({
    width, height: (byPlace ? places.length * band * 1.1 : band) + 56, marginLeft: margin, marginRight: right, marginTop: 24, marginBottom: 30,
    style: { background: "transparent", fontSize: "12px", fontFamily: "inherit", overflow: "visible" },
    x: { label: null, domain: extent(points) },
    y: { axis: null, domain: [-band / 2, band / 2] },
    fy: byPlace ? { domain: places, label: null, padding: 0.1 } : undefined,
    marks: [
      byPlace ? Plot.axisFy({ anchor: "left", label: null, lineWidth: (margin - 14) / 12.5, textOverflow: "ellipsis", fontSize: 11.5 }) : null,
      byPlace ? Plot.ruleY([0], { stroke: "#dfe5ec" }) : Plot.ruleX([middle], { stroke: "#1f2a37", strokeWidth: 1.5, strokeDasharray: "4 3" }),
      Plot.axisX(ticks, { tickFormat: show, label: null, ...(byPlace ? { facetAnchor: "bottom" } : {}) }),
      levels.length ? Plot.tickX(levels, { x: "value", fy: "place", stroke: "#1f2a37", strokeWidth: 2 }) : null,
      told.length ? Plot.text(told, { fy: "place", text: "text", frameAnchor: "right", textAnchor: "start", dx: 8, fontSize: 11.5 }) : null,
      Plot.dot(points, { ...position, r: radius, fill: DOT, fillOpacity: 0.72, title: (point) => pointText(point, show), className: "school-dot" }),
      marked ? Plot.dot([marked], { ...position, r: radius + 4, stroke: MARKED, strokeWidth: 2.5, fill: MARKED, fillOpacity: 0.35 }) : null,
      marked ? Plot.text([marked], {
        ...position, text: (point) => unitName(point.unit), fill: MARKED, stroke: "white", strokeWidth: 4, fontWeight: 600,
        textAnchor: isLeft ? "end" : "start", dx: isLeft ? -12 : 12, dy: -12,
      }) : null,
    ],
  });
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

// Piles up dots that would lie over each other, from the middle up and down by turns; how high the highest pile is.
// Plot's own dodge tries every free place: a second for 1,000 schools with few different values.
function pile(points, byPlace, columns) {
  const [low, high] = extent(points);
  const counts = new Map();
  for (const point of points) {
    const column = Math.floor(((point.value - low) / (high - low)) * columns);
    const key = byPlace ? `${UNITS.place[point.unit]}:${column}` : column;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    point.step = (count % 2 ? 1 : -1) * Math.ceil(count / 2);
  }
  return Math.max(...counts.values());
}

// From the least to the greatest; one value for all has no extent of its own.
function extent(points) {
  const [low, high] = [points[0].value, points.at(-1).value];
  return low === high ? [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2] : [low, high];
}

const redrawn = new Map();

function redrawAll() {
  for (const [host, draw] of redrawn) {
    if (!host.isConnected) redrawn.delete(host);
    else if (host.querySelector("svg")) draw();
  }
}

function startFigures() {
  const select = document.getElementById("figure-item");
  if (!select) return;
  const formSelect = document.getElementById("figure-form");
  const byPlace = document.getElementById("figure-places");
  const first = document.getElementById("figure-first");
  const chosen = document.getElementById("figure-chosen");
  const formNumber = () => (formSelect ? Number(formSelect.value) : 0);
  const showChosen = () => chosen.replaceChildren(figure(formNumber(), Number(select.value), byPlace.checked));
  const showForm = () => {
    const form = DATA.forms[formNumber()];
    const groups = form.sections.map((title) => make("optgroup", { label: title }));
    form.items.shown.forEach((_, item) => {
      if (isNumber(form, item)) groups[form.items.section[item]].append(make("option", { value: item }, itemTitle(form, item)));
    });
    select.replaceChildren(...groups.filter((group) => group.firstChild));
    const [start, ...others] = form.first;
    if (start !== undefined) select.value = start;
    if (select.value) showChosen();
    first.replaceChildren(...others.map((item) => figure(formNumber(), item, false)));
  };
  select.addEventListener("change", showChosen);
  byPlace.addEventListener("change", showChosen);
  if (formSelect) formSelect.addEventListener("change", showForm);
  let timer = 0;
  window.addEventListener("resize", () => {
    clearTimeout(timer);
    timer = setTimeout(redrawAll, 150);
  });
  showForm();
}
