// The section tree of a document beside its text: a heading jumps to its place. Text goes in by textContent only.
function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function jump(pane, target) {
  const above = target.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += above - 8;
  pane.querySelector(".here")?.classList.remove("here");
  target.classList.add("here");
}

function treeOf(nodes, pane, starts) {
  const list = make("ul");
  for (const node of nodes) {
    const item = make("li");
    item.style.paddingLeft = `${Math.min(node.depth, 6) * 0.875}rem`;
    const button = make("button", "", node.heading);
    button.type = "button";
    button.addEventListener("click", () => jump(pane, starts.get(node)));
    item.append(button);
    list.append(item);
  }
  return list;
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".outline");
  const shown = JSON.stringify(data);
  if (root.shown === shown) return;  // the reader's own scrolling stays
  root.shown = shown;
  const tree = make("nav", "tree");
  tree.setAttribute("aria-label", data.label);
  const pane = make("div", "pane");
  pane.tabIndex = 0;
  pane.setAttribute("role", "region");
  pane.setAttribute("aria-label", data.text);
  const starts = new Map();
  let next = 0;
  data.passages.forEach((passage, i) => {
    while (next < data.nodes.length && data.nodes[next].passage === i) {
      const node = data.nodes[next++];
      const heading = make("p", `heading depth${Math.min(node.depth, 3)}`, node.heading);
      starts.set(node, heading);
      pane.append(heading);
    }
    const about = [passage.kind, passage.place].filter(Boolean).join(" · ");
    if (about) pane.append(make("p", "about", about));
    pane.append(make("p", "text", passage.text));
  });
  if (data.nodes.length) tree.append(treeOf(data.nodes, pane, starts));
  else tree.append(make("p", "about", data.empty));
  root.replaceChildren(tree, pane);
}
