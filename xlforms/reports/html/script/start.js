// Wakes the parts of the page; before printing it opens what is folded and draws what was not yet seen.

for (const element of document.querySelectorAll("[data-script]")) element.hidden = false;
startSearch();
startFigures();
startFindings();
startHeatMaps();
startNeeds();

const unfolded = [];
window.addEventListener("beforeprint", () => {
  for (const element of [...waiting.keys()]) runNow(element);
  for (const details of document.querySelectorAll("details[data-print]:not([open])")) {
    unfolded.push(details);
    details.open = true;
    details.dispatchEvent(new Event("toggle")); // the browser's own comes too late for the paper
  }
});
window.addEventListener("afterprint", () => {
  for (const details of unfolded.splice(0)) details.open = false;
});
document.documentElement.dataset.ready = "yes";
setTimeout(runWaiting, 50);
