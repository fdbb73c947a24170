// A page as it looks, with boxes over the quoted words. Names go in by textContent and attributes only.
const ZOOMS = [1, 1.5, 2];

function make(tag, className, attributes = {}) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function button(className, text, act) {
  const node = make("button", className, { type: "button" });
  node.textContent = text;
  node.addEventListener("click", act);
  return node;
}

function build(root) {
  const view = { zoom: 1, number: 0, wanted: 0, image: null };
  view.previous = button("previous", "‹", () => turn(view, -1));
  view.count = make("span", "count", { "aria-live": "polite" });
  view.next = button("next", "›", () => turn(view, 1));
  view.jump = button("jump", "", () => go(view, view.data.jump.page));
  view.zooms = make("span", "zoom", { role: "group" });
  for (const zoom of ZOOMS) {
    const choice = button("", `${zoom * 100} %`, () => enlarge(view, zoom));
    choice.dataset.zoom = zoom;
    view.zooms.append(choice);
  }
  view.picture = make("img");
  view.boxes = make("div", "boxes", { "aria-hidden": "true" });
  view.sheet = make("div", "sheet");
  view.sheet.append(view.picture, view.boxes);
  view.trouble = make("p", "trouble", { role: "alert" });
  view.window = make("div", "window", { tabindex: "0", role: "region" });
  view.window.append(view.trouble, view.sheet);
  const bar = make("div", "bar");
  bar.append(view.previous, view.count, view.next, view.jump, view.zooms);
  root.append(bar, view.window);
  root.addEventListener("keydown", (event) => press(view, event));
  return view;
}

function go(view, number) {
  const wanted = Math.min(Math.max(number, 1), view.total);
  if (wanted === view.wanted) return;
  view.wanted = wanted;
  view.window.setAttribute("aria-busy", "true");
  view.tell(wanted);
}

function turn(view, step) {
  go(view, view.wanted + step);
}

// Keys leave the browser's own scrolling alone: they turn the page where there is nothing more to scroll that way.
function press(view, event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const box = view.window;
  const wide = box.scrollWidth > box.clientWidth + 1;
  const atTop = box.scrollTop <= 1;
  const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
  const larger = ZOOMS.indexOf(view.zoom);
  const keys = {
    ArrowLeft: wide ? null : () => turn(view, -1),
    ArrowRight: wide ? null : () => turn(view, 1),
    PageUp: atTop ? () => turn(view, -1) : null,
    PageDown: atEnd ? () => turn(view, 1) : null,
    "+": () => enlarge(view, ZOOMS[Math.min(larger + 1, ZOOMS.length - 1)]),
    "-": () => enlarge(view, ZOOMS[Math.max(larger - 1, 0)]),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

function inSight(box, mark) {
  const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
  return inner.bottom > outer.top && inner.top < outer.bottom && inner.right > outer.left && inner.left < outer.right;
}

function reveal(view) {
  const mark = view.boxes.firstElementChild;
  view.window.scrollTop = mark ? mark.offsetTop - view.window.clientHeight / 4 : 0;
  view.window.scrollLeft = mark ? mark.offsetLeft - view.window.clientWidth / 10 : 0;
}

function enlarge(view, zoom) {
  const [box, mark] = [view.window, view.boxes.firstElementChild];
  const toMark = mark && inSight(box, mark);
  const x = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
  const y = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
  view.zoom = zoom;
  view.sheet.style.width = `${zoom * 100}%`;
  for (const choice of view.zooms.children) choice.setAttribute("aria-pressed", String(Number(choice.dataset.zoom) === zoom));
  if (toMark) {
    reveal(view);
  } else {
    box.scrollLeft = x * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = y * box.scrollHeight - box.clientHeight / 2;
  }
}

function name(node, text) {
  node.setAttribute("aria-label", text);
  node.title = text;
}

function describe(view, data) {
  view.count.textContent = data.words.count;
  name(view.previous, `${data.words.previous} (←)`);
  name(view.next, `${data.words.next} (→)`);
  view.previous.setAttribute("aria-disabled", String(data.number <= 1));
  view.next.setAttribute("aria-disabled", String(data.number >= data.total));
  view.jump.textContent = data.jump?.text ?? "";
  view.jump.hidden = !data.jump;
  view.zooms.setAttribute("aria-label", data.words.zoom);
  view.zooms.firstElementChild.textContent = data.words.fit;
  view.window.setAttribute("aria-label", data.label);
  view.picture.alt = data.label;
  view.trouble.textContent = data.trouble ?? "";
  view.trouble.hidden = !data.trouble;
  view.sheet.hidden = Boolean(data.trouble);
}

function box([left, top, right, bottom]) {
  const node = make("div", "mark");
  const share = (value) => `${value * 100}%`;
  Object.assign(node.style, { left: share(left), top: share(top), width: share(right - left), height: share(bottom - top) });
  return node;
}

// The new picture takes the old one's place once it can be drawn, its boxes in the same moment.
async function draw(view, data) {
  if (data.image) {
    const picture = make("img");
    picture.src = data.image;
    await picture.decode().catch(() => {});  // one that cannot be decoded shows its label instead
    if (view.data !== data) return;  // the reader has turned on
    view.picture.replaceWith(picture);
    view.picture = picture;
  }
  describe(view, data);
  view.boxes.replaceChildren(...data.boxes.map(box));
  view.window.removeAttribute("aria-busy");
  reveal(view);
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".pages");
  root.view ??= build(root);
  const view = root.view;
  view.tell = (number) => setStateValue("page", number);
  const shown = JSON.stringify(data);
  if (view.shown === shown) return;  // the reader's own scrolling stays
  view.shown = shown;
  if (view.wanted === view.number) view.wanted = data.number;
  Object.assign(view, { data, number: data.number, total: data.total });
  if (!view.started) enlarge(view, 1);
  view.started = true;
  draw(view, data);
}
