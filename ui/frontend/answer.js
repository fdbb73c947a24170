// An answer with markers that open their citation. Text goes in by textContent only: nothing of it is ever read as markup.
function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function opener(root, className, text, source) {
  const button = make("button", className, text);
  button.type = "button";
  button.dataset.marker = source.marker;
  button.title = source.title;
  button.setAttribute("aria-label", `${source.action}: ${source.title}`);
  button.addEventListener("click", () => root.open(source.marker));
  return button;
}

function paragraph(root, runs, sources) {
  const node = make("p", "lead");
  for (const run of runs) {
    if (run.marker === null) node.append(run.text);
    else node.append(opener(root, "marker", run.text, sources[run.marker]));
  }
  return node;
}

function quotation(root, block, sources) {
  const figure = make("figure", "quote");
  const quote = make("blockquote", "", block.text);
  const caption = make("figcaption");
  const source = sources[block.marker];
  caption.append(opener(root, "source", source.label, source));
  figure.append(quote, caption);
  return figure;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".answer");
  root.open = (marker) => setTriggerValue("opened", marker);
  const shown = JSON.stringify(data);
  if (root.shown === shown) return;  // keeps the focus where it is
  root.shown = shown;
  const blocks = data.blocks.map((block) =>
    block.marker === null ? paragraph(root, block.runs, data.sources) : quotation(root, block, data.sources));
  root.replaceChildren(...blocks);
}
