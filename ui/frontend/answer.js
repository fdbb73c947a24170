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

function say(node, root, runs, sources) {
  for (const run of runs) {
    const source = run.marker === null ? undefined : sources[run.marker];
    if (source) node.append(opener(root, "marker", run.text, source));
    else if (run.marker !== null) node.append(make("span", "marker", run.text));
    else node.append(run.text);
  }
  return node;
}

function paragraph(root, runs, sources) {
  return say(make("p", "lead"), root, runs, sources);
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

// Draws what differs from what is there: a paragraph that stays keeps its node, and so the focus and the reader's selection.
function draw(root, data) {
  const keys = data.blocks.map((block) => JSON.stringify([block, data.sources, data.brief]));
  const drawn = root.drawn ?? [];
  let same = 0;
  while (same < keys.length && keys[same] === drawn[same]) same++;
  while (root.children.length > same) root.lastElementChild.remove();
  for (const block of data.blocks.slice(same)) {
    const quoted = block.marker !== null;
    root.append(quoted ? quotation(root, block, data.sources, data.brief) : paragraph(root, block.runs, data.sources));
  }
  root.drawn = keys;
}

// The sentence that is being written and not checked yet: muted, named as such, and read out by nobody until it is checked.
function drawTail(root, { tail, gap, label }, sources) {
  if (!tail.runs.length) return;
  const node = make("span", "tail");
  node.append(make("span", "unseen", `${label} `));
  say(node, root, tail.runs, sources);
  let last = root.lastElementChild;
  if (!last || gap === "\n\n") {
    last = make("p", "lead pending");
    root.append(last);
  } else node.prepend(gap);
  last.append(node);
}

// A line beside the answer: `status` tells what goes on, `heard` is for screen readers only.
function line(root, name, className) {
  if (!root[name]) {
    root[name] = make("p", className);
    root.after(root[name]);
  }
  return root[name];
}

// What goes on, under the text; and for screen readers each sentence once, when it is checked, and the end.
function tell(root, data) {
  const { writing } = data;
  if (writing) line(root, "status", "status").textContent = writing.status;
  else root.status?.remove();
  if (!writing && !data.done) return;
  const heard = line(root, "heard", "unseen");
  heard.setAttribute("role", "status");
  const text = data.blocks.flatMap((block) => block.runs.map((run) => run.text)).join("");
  const before = root.told ?? "";
  root.told = text;
  const news = writing ? text.slice(text.startsWith(before) ? before.length : 0).trim() : data.done;
  if (news) setTimeout(() => heard.textContent = news, 200);  // only what changes later is read out
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".answer");
  root.open = (marker) => setTriggerValue("opened", marker);
  const shown = JSON.stringify([data.blocks, data.sources, data.writing]);
  if (root.shown === shown) return;  // keeps the focus where it is
  root.shown = shown;
  root.querySelector(".pending")?.remove();
  root.querySelector(".tail")?.remove();
  draw(root, data);
  if (data.writing) drawTail(root, data.writing, data.sources);
  tell(root, data);
  if (!data.reveal || root.revealed) return;
  root.revealed = true;
  for (const wait of [0, 300]) setTimeout(() => reveal(root), wait);
}
