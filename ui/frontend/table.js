// Nodes and tables, for the scripts that this one is put before. Text goes in by textContent only.
function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

// A table named `label`: a head for each column over `rows`, which are nodes.
function tableOf(label, heads, rows) {
  const node = make("table");
  node.setAttribute("aria-label", label);
  const head = make("tr");
  for (const text of heads) {
    const cell = make("th", "", text);
    cell.scope = "col";
    head.append(cell);
  }
  node.append(make("thead"), make("tbody"));
  node.tHead.append(head);
  node.tBodies[0].append(...rows);
  return node;
}
