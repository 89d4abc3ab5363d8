// Where every measure stands in every school: one municipality, or all when they fit.

const MOST_CELLS = 6000;

function startHeatMaps() {
  for (const host of document.querySelectorAll("[data-roadmap]")) {
    const roadmap = DATA.roadmaps[Number(host.dataset.roadmap)];
    const select = host.querySelector("select");
    const used = new Set(roadmap.units.map((unit) => UNITS.place[unit]));
    const places = DATA.places.map((name, at) => [at, name]).filter(([at]) => used.has(at));
    fillSelect(select, [["", say("all-schools")], ...places]);
    if (roadmap.units.length * roadmap.measure.length > MOST_CELLS && places.length > 1) select.value = places[0][0];
    const body = host.querySelector(".heat-body");
    const show = () => body.replaceChildren(heatTable(roadmap, select.value));
    select.addEventListener("change", show);
    chosenSchool.listeners.push(() => {
      const unit = chosenSchool.unit;
      if (unit !== null && select.value && roadmap.units.includes(unit)) select.value = UNITS.place[unit];
      if (body.firstChild) show();
    });
    whenSeen(host, show);
  }
}

function heatTable(roadmap, place) {
  const columns = roadmap.units.map((unit, at) => ({ unit, at })).filter(({ unit }) => place === "" || UNITS.place[unit] === Number(place));
  const caption = say("heat-caption", { title: place === "" ? say("all-schools") : DATA.places[place], measures: roadmap.measure.length, units: columns.length });
  const head = columns.map(({ unit }) =>
    make("th", { scope: "col", class: unit === chosenSchool.unit ? "unit marked" : "unit", title: `${unitName(unit)}, ${placeName(unit)}` }, make("span", {}, unitName(unit))),
  );
  const body = make("tbody");
  let part = "";
  roadmap.measure.forEach((title, measure) => {
    if (roadmap.part[measure] !== part) {
      part = roadmap.part[measure];
      body.append(make("tr", { class: "heading" }, make("th", { scope: "rowgroup", colspan: columns.length + 1 }, make("span", {}, part))));
    }
    const name = `${roadmap.number[measure]} ${title}`.trim();
    const cells = columns.map(({ unit, at }) => {
      const [mark, words, code] = DATA.states[Number(roadmap.states[measure][at])];
      const label = say("heat-cell", { school: unitName(unit), measure: name, state: words });
      return make("td", { class: `s-${code}${unit === chosenSchool.unit ? " marked" : ""}`, title: label }, make("span", { "aria-hidden": "true" }, mark), make("span", { class: "sr" }, words));
    });
    body.append(make("tr", {}, make("th", { scope: "row" }, name), ...cells));
  });
  return make("table", { class: "heat-map" }, make("caption", {}, caption), make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("heat-measure")), ...head)), body);
}
