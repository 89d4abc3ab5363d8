// What schools wrote in their own words: one question at a time, by municipality, equal answers together.

function startTexts() {
  const select = document.getElementById("text-question");
  if (!select) return;
  const search = document.getElementById("text-search");
  const questions = DATA.forms.flatMap((form, number) => form.questions.map((title, question) => ({ form, number, question, title, answers: [] })));
  for (const entry of questions) entry.answers = answersTo(entry);
  fillSelect(select, questions.map((entry, at) => [at, say("question-count", { question: entry.title, count: entry.answers.length })]));
  const start = questions.findIndex((entry) => entry.answers.length);
  if (start >= 0) select.value = start;
  const show = () => showTexts(questions[Number(select.value)], fold(search.value));
  select.addEventListener("change", show);
  search.addEventListener("input", show);
  whenSeen(document.getElementById("texts"), show);
}

function answersTo({ form, question }) {
  const found = [];
  form.items.question.forEach((number, item) => {
    if (number !== question) return;
    answersOf(form, item).forEach((text, sent) => {
      if (text === null) return;
      const row = form.items.row[item];
      const unit = form.sent.unit[sent];
      found.push({ unit, place: UNITS.place[unit], text: row ? `${row}: ${form.texts[text]}` : form.texts[text] });
    });
  });
  return found;
}

function showTexts({ answers }, wanted) {
  const list = document.getElementById("text-list");
  const words = wanted.split(" ").filter(Boolean);
  const found = answers.filter((answer) => words.every((word) => `${fold(answer.text)} ${unitFolded[answer.unit]}`.includes(word)));
  const units = new Set(found.map((answer) => answer.unit)).size;
  document.getElementById("text-count").textContent = found.length ? say("texts-count", { count: found.length, units }) : say("texts-none");
  const places = d3.group(found, (answer) => answer.place);
  list.replaceChildren(
    ...[...places.keys()].sort((one, other) => one - other).map((place) => placeTexts(place, places.get(place), places.size <= 8 || words.length > 0)),
  );
}

function placeTexts(place, answers, open) {
  const body = make("ul", { class: "texts" });
  const details = make("details", { "data-print": true, open }, make("summary", {}, say("texts-place", { place: DATA.places[place], count: answers.length })), body);
  const fill = () => {
    if (!details.open || body.firstChild) return;
    const groups = [...d3.group(answers, (answer) => fold(answer.text).replace(/[.,;!\s]+$/, "")).values()];
    groups.sort((one, other) => other.length - one.length || one[0].unit - other[0].unit);
    body.append(...groups.map(textLine));
  };
  details.addEventListener("toggle", fill);
  fill();
  return details;
}

function textLine(group) {
  const units = [...new Set(group.map((answer) => answer.unit))];
  const who = units.map(unitName).join(", ");
  return make("li", {}, group[0].text, make("small", { class: "below" }, units.length > 1 ? `${say("texts-same", { units: units.length })} ${who}` : who));
}
