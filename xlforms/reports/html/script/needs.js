// Needs: the tables are there without any script; here they are narrowed to a theme, a municipality, words.

function startNeeds() {
  const place = document.getElementById("need-place");
  if (!place) return;
  const theme = document.getElementById("need-theme");
  const search = document.getElementById("need-search");
  const themes = [...document.querySelectorAll(".need-theme")].map(readTheme);
  fillSelect(theme, [["", say("all-needs")], ...themes.map((entry, number) => [number, entry.title])]);
  fillSelect(place, [["", say("all")], ...DATA.places.map((name, number) => [number, name])]);
  const show = () => showNeeds(themes, theme.value, place.value, fold(search.value).split(" ").filter(Boolean));
  for (const control of [theme, place]) control.addEventListener("change", show);
  search.addEventListener("input", show);
}

function readTheme(element) {
  const [first, rest] = element.querySelectorAll("tbody");
  const rows = [...element.querySelectorAll("tbody > tr")].map((row, order) => ({
    row,
    order,
    nothing: row.hasAttribute("data-nothing"),
    number: row.querySelector(".n"),
    where: [...row.querySelectorAll("[data-place]")],
    folded: row.querySelector("details"),
    words: fold(row.textContent),
  }));
  return { element, first, rest, rows, inSight: first.rows.length, more: element.querySelector(".need-rest"), title: element.querySelector("h3").textContent };
}

function showNeeds(themes, chosen, place, words) {
  let count = 0;
  themes.forEach((theme, number) => {
    const found = chosen === "" || Number(chosen) === number ? narrowed(theme, place, words) : [];
    theme.element.hidden = !found.length;
    theme.element.querySelector(".told-of-all").hidden = place !== "";
    theme.first.replaceChildren(...found.slice(0, theme.inSight).map((entry) => entry.row));
    if (theme.more) {
      const more = found.slice(theme.inSight);
      theme.rest.replaceChildren(...more.map((entry) => entry.row));
      theme.more.hidden = !more.length;
      theme.more.querySelector("summary .n").textContent = more.length;
    }
    count += found.length;
  });
  document.getElementById("need-count").textContent = count ? say("need-count", { count }) : say("need-none");
}

// The rows that are left, with the schools of one municipality if one is chosen, what most of them say first.
function narrowed(theme, place, words) {
  const found = [];
  for (const entry of theme.rows) {
    let units = 0;
    for (const part of entry.where) {
      part.hidden = place !== "" && part.dataset.place !== place;
      if (!part.hidden) units += Number(part.dataset.units);
    }
    if (entry.folded) unfold(entry.folded, place !== "");
    entry.units = units;
    entry.number.textContent = units;
    if (units && words.every((word) => entry.words.includes(word))) found.push(entry);
  }
  return found.sort((one, other) => one.nothing - other.nothing || other.units - one.units || one.order - other.order);
}

// The schools of one municipality are few: they need not be unfolded by hand.
function unfold(details, wanted) {
  const summary = details.querySelector("summary");
  if (summary.hidden === wanted) return;
  summary.hidden = wanted;
  details.open = wanted;
}
