// The documents as a table, as cards where the window is narrow. Text goes in by textContent only. Stands behind table.js.

// The open document is looked at from its top, and the keyboard goes on there: what had the focus is gone with the list.
function land(tries = 50) {
  const back = document.querySelector(".st-key-documents-back button");
  if (back) {
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    back.focus({ preventScroll: true });
  } else if (tries > 0) {
    setTimeout(land, 100, tries - 1);
  }
}

function nameCell(line, root) {
  const cell = make("th", "name");
  cell.scope = "row";
  const button = make("button", "", line.name);
  button.type = "button";
  button.addEventListener("click", () => root.open(line.id));
  cell.append(button);
  for (const badge of line.badges) cell.append(make("span", "badge", badge));
  for (const text of line.about) cell.append(make("small", "", text));
  return cell;
}

function lineRow(line, root) {
  const row = make("tr", line.badges.length ? "marked" : "");
  row.append(nameCell(line, root));
  line.cells.forEach((value) => {
    const cell = make("td", "");
    if (!value.known) cell.className = "nothing";
    cell.append(make("span", "value", value.text));
    if (value.small) cell.append(make("small", "", value.small));
    row.append(cell);
  });
  return row;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".documents");
  root.open = (id) => {
    setTriggerValue("opened", id);
    land();
  };
  const shown = JSON.stringify(data);
  if (root.shown === shown) return;  // keeps the focus where it is
  root.shown = shown;
  root.replaceChildren(
    tableOf(
      data.label,
      data.heads,
      data.rows.map((line) => lineRow(line, root)),
    ),
  );
}
