// Saves forms again with ExcelJS, mistreated as scripts do: node exceljs.cjs FOLDER_WITH_NODE_MODULES JOBS.json
// A job is {source, target, format, treatment, entries}; prints a list with an error message for each, empty when done.
"use strict";
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const ExcelJS = createRequire(path.join(path.resolve(process.argv[2]), "any.js"))("exceljs");
const INSERTED_BEFORE = 16;
const DAY = 86400000;

const TREATMENTS = {
  saved: () => {},
  "dates as moments": () => {},
  typed: (book, job) => {
    for (const { sheet, cell, value, kind } of job.entries) {
      book.getWorksheet(sheet).getCell(cell).value = kind === "date" ? new Date(Date.UTC(1899, 11, 30) + value * DAY) : value;
    }
  },
  "protection removed": (book) => book.eachSheet((sheet) => sheet.unprotect()),
  "hidden shown": (book) =>
    book.eachSheet((sheet) => {
      sheet.state = "visible";
      sheet.getRow(1).hidden = false;
      sheet.getColumn(1).hidden = false;
    }),
  "row inserted": (book, job) => book.getWorksheet(job.largest).insertRow(INSERTED_BEFORE, []),
  "hidden deleted": (book) =>
    book.eachSheet((sheet) => {
      sheet.spliceRows(1, 1);
      sheet.spliceColumns(1, 1);
    }),
  "sheets renamed": (book) => book.eachSheet((sheet, number) => (sheet.name = `Лист${number}`)),
  "sheets reversed": (book) => book.eachSheet((sheet, number) => (sheet.orderNo = 100 - number)),
  "largest sheet alone": (book, job) =>
    [...book.worksheets].filter((sheet) => sheet.name !== job.largest).forEach((sheet) => book.removeWorksheet(sheet.id)),
  "values only": (book) => {
    const copy = new ExcelJS.Workbook();
    book.eachSheet((sheet) => {
      const target = copy.addWorksheet(sheet.name);
      sheet.eachRow({ includeEmpty: true }, (row, number) => {
        row.eachCell((cell, column) => {
          const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
          if (cell.isMerged && cell.master !== cell) return;
          target.getCell(number, column).value = value === undefined ? null : value;
        });
      });
    });
    return copy;
  },
};

async function run(job) {
  let book = new ExcelJS.Workbook();
  await book.xlsx.readFile(job.source);
  const changed = TREATMENTS[job.treatment](book, job);
  if (changed instanceof ExcelJS.Workbook) book = changed;
  if (job.format === "xlsx") return book.xlsx.writeFile(job.target);
  const stem = job.target.slice(0, -".csv".length);
  const dates = job.treatment === "dates as moments" ? {} : { dateFormat: "DD.MM.YYYY", dateUTC: true };
  for (const sheet of book.worksheets) {
    await book.csv.writeFile(`${stem}-${sheet.name}.csv`, { sheetName: sheet.name, ...dates });
  }
}

async function main() {
  const errors = [];
  for (const job of JSON.parse(fs.readFileSync(process.argv[3], "utf8"))) {
    errors.push(await run(job).then(() => "", (error) => String(error)));
  }
  process.stdout.write(JSON.stringify(errors));
}

main();
