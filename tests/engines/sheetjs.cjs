// Saves forms again with SheetJS, mistreated as scripts do: node sheetjs.cjs FOLDER_WITH_NODE_MODULES JOBS.json
// A job is {source, target, format, treatment, entries}; prints a list with an error message for each, empty when done.
"use strict";
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const xlsx = createRequire(path.join(path.resolve(process.argv[2]), "any.js"))("xlsx");
const TYPES = { xlsx: "xlsx", xlsm: "xlsm", xls: "biff8", biff5: "biff5", xlsb: "xlsb", ods: "ods", fods: "fods", csv: "csv" };
const INSERTED_BEFORE = 15; // zero-based row of the largest tables

function eachSheet(book, change) {
  for (const name of book.SheetNames) book.Sheets[name] = change(book.Sheets[name], name) || book.Sheets[name];
}

function moved(sheet, place) {
  const result = {};
  const range = xlsx.utils.decode_range(sheet["!ref"]);
  for (const [address, cell] of Object.entries(sheet)) {
    if (address[0] === "!") continue;
    const target = place(xlsx.utils.decode_cell(address));
    if (target) result[xlsx.utils.encode_cell(target)] = cell;
  }
  result["!ref"] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: range.e.r + 1, c: range.e.c } });
  return result;
}

function table(sheet, options) {
  return xlsx.utils.aoa_to_sheet(xlsx.utils.sheet_to_json(sheet, { header: 1, ...options }), { cellDates: options.cellDates });
}

const TREATMENTS = {
  saved: () => {},
  typed: (book, job) => {
    for (const { sheet, cell, value, kind } of job.entries) {
      const format = (book.Sheets[sheet][cell] || {}).z;
      book.Sheets[sheet][cell] = kind === "text" ? { t: "s", v: value } : { t: "n", v: value, ...(format ? { z: format } : {}) };
    }
  },
  "dates as moments": () => {},
  "row inserted": (book) => eachSheet(book, (sheet) => moved(sheet, ({ r, c }) => ({ r: r + (r >= INSERTED_BEFORE ? 1 : 0), c }))),
  "hidden deleted": (book) =>
    eachSheet(book, (sheet) => moved(sheet, ({ r, c }) => (r && c ? { r: r - 1, c: c - 1 } : null))),
  "sheets renamed": (book) => {
    const sheets = book.SheetNames.map((name) => book.Sheets[name]);
    book.SheetNames = sheets.map((_, number) => `Sheet${number + 1}`);
    book.Sheets = Object.fromEntries(sheets.map((sheet, number) => [`Sheet${number + 1}`, sheet]));
    delete book.Workbook;
  },
  "sheets reversed": (book) => {
    book.SheetNames.reverse();
    delete book.Workbook;
  },
  "values only": (book) => eachSheet(book, (sheet) => table(sheet, { raw: true })),
  "values as shown": (book) => eachSheet(book, (sheet) => table(sheet, { raw: false })),
  "values as moments": (book) => eachSheet(book, (sheet) => table(sheet, { raw: true, cellDates: true })),
  "blank rows dropped": (book) => eachSheet(book, (sheet) => table(sheet, { raw: true, blankrows: false })),
  "numbers as text": (book) =>
    eachSheet(book, (sheet) => {
      for (const [address, cell] of Object.entries(sheet)) {
        if (address[0] !== "!" && cell.t === "n" && !cell.f) sheet[address] = { t: "s", v: String(cell.w || cell.v) };
      }
    }),
  "largest sheet alone": (book, job) => {
    book.SheetNames = [job.largest];
    book.Sheets = { [job.largest]: book.Sheets[job.largest] };
    delete book.Workbook;
    delete book.Custprops;
  },
};

function run(job) {
  const moments = job.treatment === "dates as moments" || job.treatment === "values as moments";
  const book = xlsx.readFile(job.source, { cellStyles: true, cellNF: true, cellDates: moments });
  TREATMENTS[job.treatment](book, job);
  if (job.format !== "csv") {
    xlsx.writeFile(book, job.target, { bookType: TYPES[job.format], cellStyles: true, compression: true });
    return;
  }
  const stem = job.target.slice(0, -".csv".length);
  for (const name of book.SheetNames) fs.writeFileSync(`${stem}-${name}.csv`, xlsx.utils.sheet_to_csv(book.Sheets[name]));
}

const errors = JSON.parse(fs.readFileSync(process.argv[3], "utf8")).map((job) => {
  try {
    run(job);
    return "";
  } catch (error) {
    return String(error);
  }
});
process.stdout.write(JSON.stringify(errors));
