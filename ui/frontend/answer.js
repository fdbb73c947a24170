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

function row(cells) {
  const list = make("dl");
  for (const [name, value] of cells) list.append(make("dt", "", name), make("dd", "", value));
  return list;
}

function briefly(block) {
  const values = block.cells.map(([, value]) => value);
  return make("blockquote", "", values.length ? values.join(" · ") : block.text);
}

function quotation(root, block, sources, brief) {
  const figure = make("figure", brief ? "quote brief" : "quote");
  const whole = () => (block.cells.length ? row(block.cells) : make("blockquote", "", block.text));
  const quote = brief ? briefly(block) : whole();
  const caption = make("figcaption");
  const source = sources[block.marker];
  caption.append(opener(root, "source", source.label, source));
  figure.append(quote, caption);
  return figure;
}

// Brings a new answer into view, its question first; called again when what stands below it has been drawn.
function reveal(root) {
  const reply = root.closest('[data-testid="stChatMessage"]');
  const messages = [...document.querySelectorAll('[data-testid="stChatMessage"]')];
  const question = messages[messages.indexOf(reply) - 1];
  question?.scrollIntoView({ block: "start" });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".answer");
  root.open = (marker) => setTriggerValue("opened", marker);
  const shown = JSON.stringify([data.blocks, data.sources]);
  if (root.shown === shown) return;  // keeps the focus where it is
  root.shown = shown;
  const blocks = data.blocks.map((block) =>
    block.marker === null ? paragraph(root, block.runs, data.sources) : quotation(root, block, data.sources, data.brief));
  root.replaceChildren(...blocks);
  if (data.reveal) for (const wait of [0, 300]) setTimeout(() => reveal(root), wait);
}
