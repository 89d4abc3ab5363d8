// Saves forms again with xlsx-populate: node xlsx_populate.cjs FOLDER_WITH_NODE_MODULES JOBS.json
// A job is {source, target, format, treatment, entries}; prints a list with an error message for each, empty when done.
"use strict";
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const populate = createRequire(path.join(path.resolve(process.argv[2]), "any.js"))("xlsx-populate");

const TREATMENTS = {
  saved: () => {},
  typed: (book, job) => job.entries.forEach(({ sheet, cell, value }) => book.sheet(sheet).cell(cell).value(value)),
  "sheets renamed": (book) => book.sheets().forEach((sheet, number) => sheet.name(`Лист ${number + 1}`)),
  "sheets reversed": (book) => book.sheets().forEach((sheet) => book.moveSheet(sheet, 0)),
};

async function run(job) {
  const book = await populate.fromFileAsync(job.source);
  TREATMENTS[job.treatment](book, job);
  await book.toFileAsync(job.target);
}

async function main() {
  const errors = [];
  for (const job of JSON.parse(fs.readFileSync(process.argv[3], "utf8"))) {
    errors.push(await run(job).then(() => "", (error) => String(error)));
  }
  process.stdout.write(JSON.stringify(errors));
}

main();
