// Finds a school by name, code or municipality and marks it on the whole page.

const MOST_FOUND = 12;

function startSearch() {
  const input = document.getElementById("find");
  const list = document.getElementById("found");
  const count = document.getElementById("found-count");
  const search = () => {
    const words = fold(input.value).split(" ").filter(Boolean);
    list.hidden = !words.length;
    if (!words.length) {
      count.textContent = "";
      return list.replaceChildren();
    }
    const found = findUnits(words);
    count.textContent = found.length ? say("find-count", { count: found.length }) : say("find-none");
    list.replaceChildren(...found.slice(0, MOST_FOUND).map((unit) => make("li", {}, foundButton(unit))));
    if (!found.length) list.append(make("li", { class: "muted" }, say("find-none")));
    if (found.length > MOST_FOUND) list.append(make("li", { class: "muted" }, say("find-more", { count: found.length - MOST_FOUND })));
  };
  const foundButton = (unit) => make(
    "button", { type: "button", onclick: () => choose(unit) },
    unitName(unit), " ", make("small", {}, `${UNITS.code[unit]}, ${placeName(unit)}`),
  );
  const choose = (unit) => {
    list.hidden = true;
    input.value = unitName(unit);
    chooseSchool(unit);
    input.focus();
  };
  input.addEventListener("input", search);
  input.addEventListener("focus", search);
  input.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (event.key === "Enter" && first && !list.hidden) first.click();
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    }
    if (event.key === "Escape") list.hidden = true;
  });
  list.addEventListener("keydown", (event) => {
    const line = event.target.closest("li");
    const next = { ArrowDown: line?.nextElementSibling, ArrowUp: line?.previousElementSibling }[event.key];
    if (event.key === "Escape") {
      list.hidden = true;
      input.focus();
    }
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    (next?.querySelector("button") ?? input).focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".find")) list.hidden = true;
  });
}

// Units that have all words, those first whose code or name has them as whole words: «школа 1» is no «школа 10».
function findUnits(words) {
  const ranked = unitFolded.flatMap((text, unit) => {
    if (!words.every((word) => text.includes(word))) return [];
    const own = fold(`${UNITS.code[unit]} ${UNITS.name[unit]}`);
    const parts = own.split(/[^\p{L}\p{N}]+/u);
    const rank = words.every((word) => parts.includes(word) || word === "№") ? 0 : words.every((word) => own.includes(word)) ? 1 : 2;
    return [{ unit, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank || one.unit - other.unit).map(({ unit }) => unit);
}

function chooseSchool(unit) {
  chosenSchool.unit = unit;
  for (const listener of chosenSchool.listeners) listener();
  const card = document.getElementById("school");
  card.hidden = unit === null;
  if (unit === null) return card.replaceChildren();
  const count = DATA.findings.sent.filter((sent, at) => DATA.forms[DATA.findings.form[at]].sent.unit[sent] === unit).length;
  card.replaceChildren(
    make("strong", {}, `${unitName(unit)}, ${placeName(unit)}`),
    ...DATA.forms.map((form) => make("p", {}, sentText(form, unit))),
    make(
      "p", { class: "buttons" },
      count ? make("button", { type: "button", onclick: () => showFindingsOf(unit) }, say("school-findings", { count })) : null,
      make("button", { type: "button", onclick: clearSchool }, say("school-clear")),
    ),
  );
}

function clearSchool() {
  const input = document.getElementById("find");
  input.value = "";
  chooseSchool(null);
  input.focus();
}

function sentText(form, unit) {
  const sent = form.sentOf.get(unit);
  if (sent === undefined) return say("school-missing", { form: form.title });
  const part = form.sent;
  return say("school-sent", {
    form: form.title, day: showIsoDay(part.received[sent]), share: showNumber(part.filled[sent], "percent"),
    hard: part.hard[sent], soft: part.soft[sent], explained: part.explained[sent], file: part.file[sent],
  });
}
