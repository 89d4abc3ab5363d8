// From a number to municipalities, from these to schools, files and cells.

function openItem(formNumber, item) {
  const form = DATA.forms[formNumber];
  const content = [];
  if (form.totals[item].length) content.push(totalsTable(form, item));
  if (isKeyFigure(form, item)) content.push(restsOn(formNumber, item));
  content.push(...DATA.places.map((_, place) => placeDetails(form, item, place)).filter(Boolean));
  openDialog(say("drill", { label: itemTitle(form, item) }), ...content);
}

function totalsTable(form, item) {
  const names = form.kinds[form.kind[item]];
  const rows = form.groups.map((group) => {
    const found = statisticsOf(form, item, group);
    const place = group < 0 ? say("region") : DATA.places[group];
    return [place, ...names.map((name) => make("data", { value: found[name] ?? "" }, showStatistic(form, item, name, found[name])))];
  });
  const table = makeTable(say("drill-places"), [say("place"), ...names.map(statisticTitle)], rows, { class: "drill-totals" });
  return make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("drill-places") }, table);
}

// The answers that a key figure is computed of: each leads on to its own schools and cells.
function restsOn(formNumber, item) {
  const form = DATA.forms[formNumber];
  const named = form.rests[item - (form.items.name.length - form.rests.length)];
  const button = (other) => make("button", { type: "button", onclick: () => openItem(formNumber, other) }, itemTitle(form, other));
  return make("div", { class: "rests" }, make("p", {}, say("drill-rests")), make("ul", {}, ...named.map((other) => make("li", {}, button(other)))));
}

function placeDetails(form, item, place) {
  const units = form.asked.filter((unit) => UNITS.place[unit] === place);
  if (!units.length) return null;
  const counted = units.filter((unit) => form.sentOf.has(unit) && answersOf(form, item)[form.sentOf.get(unit)] !== null);
  const body = make("div");
  const details = make(
    "details",
    { class: "drill-place" },
    make("summary", {}, DATA.places[place], " ", make("small", {}, say("drill-schools", { units: units.length, counted: counted.length }))),
    body,
  );
  details.addEventListener("toggle", () => {
    if (details.open && !body.firstChild) body.append(schoolTable(form, item, place, units));
  });
  return details;
}

function schoolTable(form, item, place, units) {
  const computed = isKeyFigure(form, item);
  const heads = [say("school"), say("value"), ...(computed ? [] : [say("where")]), say("file")];
  const rows = units.map((unit) => {
    const sent = form.sentOf.get(unit);
    if (sent === undefined) return [unitName(unit), make("span", { class: "muted" }, say("not-returned")), ...(computed ? [] : [""]), ""];
    const answer = answerOf(form, item, sent);
    const text = make("span", { class: answer.counts ? "counted" : "muted" }, answer.text);
    return [unitName(unit), text, ...(computed ? [] : [whereIs(form, item, sent)]), form.sent.file[sent]];
  });
  const caption = say("drill-caption", { place: DATA.places[place] });
  return makeTable(caption, heads, rows, { class: isNumber(form, item) ? "cards drill-schools numbers" : "cards drill-schools" });
}

document.getElementById("content").addEventListener("click", (event) => {
  const button = event.target.closest("button[data-item]");
  if (button) openItem(...button.dataset.item.split(":").map(Number));
});
