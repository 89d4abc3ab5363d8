// The window that shows what a number is made of. The browser keeps the focus inside it and closes it with Esc.

const drill = document.getElementById("drill");

function openDialog(title, ...content) {
  document.getElementById("drill-title").textContent = title;
  document.getElementById("drill-body").replaceChildren(...content);
  if (!drill.open) drill.showModal();
  drill.scrollTop = 0;
}

document.getElementById("drill-close").addEventListener("click", () => drill.close());
drill.addEventListener("click", (event) => {
  if (event.target === drill) drill.close();
});
