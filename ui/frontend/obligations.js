// A list of rows as a table, as cards where the window is narrow. Text goes in by textContent only.
function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

const TAGS = { strong: "strong", text: "span", small: "small", badge: "span", number: "span" };

function opener(line, row, number, root) {
  const button = make("button", "open", line.text);
  button.type = "button";
  button.dataset.row = number;
  button.setAttribute("aria-label", `${row.label} (${line.text})`);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    root.open(number);
  });
  return button;
}

function cell(content, row, number, root, index) {
  const node = make(index ? "td" : "th", content.name);
  if (!index) node.scope = "row";
  if (!content.lines.length) node.classList.add("nothing");
  for (const line of content.lines) {
    if (line.style === "open") node.append(opener(line, row, number, root));
    else node.append(make(TAGS[line.style], line.style, line.text));
  }
  return node;
}

// A press anywhere on a row opens it; one that ends the marking of words does not.
function rowOf(row, number, root) {
  const node = make("tr");
  node.append(...row.cells.map((content, index) => cell(content, row, number, root, index)));
  node.addEventListener("click", () => {
    if (!String(window.getSelection())) root.open(number);
  });
  return node;
}

function step(root, event) {
  const buttons = [...root.querySelectorAll("button.open")];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined || !buttons[to]) return;
  event.preventDefault();
  buttons[to].focus();
  buttons[to].closest("tr").scrollIntoView({ block: "nearest" });
}

// Another page of the list begins at its top.
function land(root, page) {
  const turned = root.page !== undefined && root.page !== page;
  root.page = page;
  if (turned && root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: "start" });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".obligations");
  root.open = (number) => {
    root.querySelector(`button[data-row="${number}"]`)?.focus({ preventScroll: true });
    setTriggerValue("opened", number);
  };
  const shown = JSON.stringify(data);
  if (root.shown === shown) return;  // keeps the focus where it is
  root.shown = shown;
  const table = make("table", data.kind);
  table.setAttribute("aria-label", data.label);
  const head = make("tr");
  for (const { name, text } of data.heads) {
    const node = make("th", name, text);
    node.scope = "col";
    head.append(node);
  }
  table.append(make("thead"), make("tbody"));
  table.tHead.append(head);
  table.tBodies[0].append(...data.rows.map((row, number) => rowOf(row, number, root)));
  root.onkeydown = (event) => step(root, event);
  root.replaceChildren(table);
  land(root, data.page);
}
