// Targets as a table with the years as columns, or as columns of documents; every figure opens its clause.
// Text goes in by textContent only: nothing of it is ever read as markup. Stands behind table.js.

function opener(figure, root) {
  const node = make("span", "figure");
  const button = make("button", figure.mark ? "contradicted" : "");
  button.type = "button";
  button.dataset.figure = figure.id;
  button.setAttribute("aria-label", figure.mark ? `${figure.action}. ${figure.mark}` : figure.action);
  button.title = figure.action;
  button.append(make("span", "value", figure.text));
  if (figure.mark) button.append(make("span", "mark", `≠ ${figure.mark}`));
  button.addEventListener("click", () => root.open(figure.id));
  if (figure.when) node.append(make("small", "when", figure.when));
  node.append(button);
  return node;
}

function nameCell(line) {
  const cell = make("th", "name");
  cell.scope = "row";
  cell.append(make("span", "words", line.name));
  for (const note of line.notes) cell.append(make("small", "", note));
  return cell;
}

function lineRow(line, heads, root) {
  if (line.group !== undefined) {
    const row = make("tr", "group");
    const cell = make("th", "", line.group);
    cell.scope = "rowgroup";
    cell.colSpan = heads.length;
    row.append(cell);
    return row;
  }
  const row = make("tr");
  row.append(nameCell(line));
  line.cells.forEach((figures, place) => {
    const cell = make("td", figures.length ? "" : "nothing");
    cell.dataset.head = heads[place + 1];
    for (const figure of figures) cell.append(opener(figure, root));
    row.append(cell);
  });
  return row;
}

function columns(data, root) {
  const node = make("div", "columns");
  for (const column of data.columns) {
    const part = make("section");
    part.setAttribute("aria-label", column.name);
    part.append(make("p", "document", column.name));
    for (const item of column.items) {
      const entry = make("div", "item");
      entry.append(make("p", "words", item.name));
      for (const note of item.notes) entry.append(make("small", "", note));
      const figures = make("p", "figures");
      for (const figure of item.figures) figures.append(opener(figure, root));
      entry.append(figures);
      part.append(entry);
    }
    node.append(part);
  }
  return node;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".targets");
  root.open = (id) => setTriggerValue("opened", id);
  const shown = JSON.stringify(data);
  if (root.shown === shown) return;  // keeps the focus where it is
  root.shown = shown;
  root.setAttribute("aria-label", data.label);
  const rows = () => data.rows.map((line) => lineRow(line, data.heads, root));
  root.replaceChildren(data.columns ? columns(data, root) : tableOf(data.label, data.heads, rows()));
}
