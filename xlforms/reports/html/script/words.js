// Texts come from the catalogue of messages, numbers look as in the tables.

const DATA = JSON.parse(document.getElementById("data").textContent);
const NUMBER = new Intl.NumberFormat("ru-RU", { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat("ru-RU", { maximumFractionDigits: 1 });

function noun(number, forms) {
  const last = Math.abs(number) % 10;
  const lastTwo = Math.abs(number) % 100;
  if (last === 1 && lastTwo !== 11) return forms[0];
  return last >= 2 && last <= 4 && !(lastTwo >= 12 && lastTwo <= 14) ? forms[1] : forms[2];
}

// The message of a code; `{count:школа|школы|школ}` is a number with its noun.
function say(code, parameters = {}) {
  return DATA.words[code].replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name, forms) => {
    const value = parameters[name];
    return forms ? `${showNumber(value)}\u00a0${noun(value, forms.split("|"))}` : String(value);
  });
}

function showNumber(value, type = "") {
  if (type === "year") return String(value);
  const text = type === "percent" ? `${PERCENT.format(value * 100)}\u00a0%` : NUMBER.format(value);
  return text.replace(/\u202f/g, "\u00a0").replace(/^-0(?=\D*$)/, "0").replace("-", "−");
}

// Days are counted from 1970-01-01.
function showDay(days) {
  return new Date(days * 864e5).toISOString().slice(0, 10).split("-").reverse().join(".");
}

function showIsoDay(text) {
  return text ? text.split("-").reverse().join(".") : "–";
}

const fold = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
