// Lines of a document with the quoted words marked, scrolled to them. Text goes in by textContent only.
function make(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function row(line) {
  const node = make("div", line.runs.length ? "row" : "row gap");
  if (line.focus) node.dataset.focus = "true";
  const text = make("span", "text");
  for (const run of line.runs) {
    if (run.marked) text.append(make("mark", "", run.text));
    else text.append(run.text);
  }
  node.append(make("span", "number", line.number ?? ""), text);
  return node;
}

function scrollTo(box) {
  const target = box.querySelector("mark") ?? box.querySelector("[data-focus]");
  if (!target) return;
  const above = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += above - box.clientHeight / 4;
}

export default function (component) {
  const { data, parentElement } = component;
  const box = parentElement.querySelector(".lines");
  const shown = JSON.stringify(data);
  if (box.shown === shown) return;  // the reader's own scrolling stays
  box.shown = shown;
  box.setAttribute("aria-label", data.label);
  box.style.maxHeight = data.height;
  box.classList.toggle("unnumbered", data.rows.every((line) => line.number === null));
  const rows = [];
  for (const line of data.rows) {
    if (line.page) rows.push(make("div", "page", line.page));
    rows.push(row(line));
  }
  box.replaceChildren(...rows);
  requestAnimationFrame(() => scrollTo(box));
}
