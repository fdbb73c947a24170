// A box for an office: typed in any way, with suggestions that are found without accents, in English and by initials.
const MOST = 8;

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim().replace(/\s+/g, " ");
}

function initials(folded) {
  return folded.split(/[^\p{L}\p{N}]+/u).map((word) => word[0] ?? "").join("");
}

// Names that begin with what is typed stand before those that hold it; what counts most comes first in each.
function suggestions(options, typed) {
  const wanted = fold(typed);
  if (!wanted) return options.slice(0, MOST);
  const begin = [], hold = [];
  for (const option of options) {
    const forms = option.forms;
    if (forms.some((form) => form.startsWith(wanted)) || option.initials === wanted) begin.push(option);
    else if (forms.some((form) => form.includes(` ${wanted}`))) hold.push(option);
    if (begin.length >= MOST) break;
  }
  return [...begin, ...hold].slice(0, MOST);
}

function optionNode(box, option, at) {
  const node = make("li", "");
  node.id = `actor-option-${at}`;
  node.setAttribute("role", "option");
  node.setAttribute("aria-selected", String(at === box.at));
  const name = make("span", "name", option.name);
  if (option.english) name.append(make("small", "", option.english));
  node.append(name, make("span", "count", option.rows));
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();  // the box keeps the focus, so that it does not take what is typed so far
    box.take(option.name);
  });
  return node;
}

function draw(box) {
  box.list.replaceChildren(...box.found.map((option, at) => optionNode(box, option, at)));
  const open = box.open && box.found.length > 0;
  box.list.hidden = !open;
  box.input.setAttribute("aria-expanded", String(open));
  if (open && box.at >= 0) {
    box.input.setAttribute("aria-activedescendant", `actor-option-${box.at}`);
    box.list.children[box.at].scrollIntoView({ block: "nearest" });
  } else box.input.removeAttribute("aria-activedescendant");
  box.clear.hidden = !box.input.value;
}

function look(box) {
  box.found = suggestions(box.options, box.input.value === box.value ? "" : box.input.value);
  box.at = -1;
  box.open = true;
  draw(box);
}

function close(box) {
  box.open = false;
  box.at = -1;
  draw(box);
}

function press(box, event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    event.preventDefault();
    if (!box.open) return look(box);
    const count = box.found.length;
    if (count) box.at = (box.at + steps[event.key] + count + (box.at < 0 && event.key === "ArrowUp" ? 1 : 0)) % count;
    draw(box);
  } else if (event.key === "Enter") {
    box.take(box.open && box.at >= 0 ? box.found[box.at].name : box.input.value);
  } else if (event.key === "Escape") {
    if (!box.open) box.input.value = box.value;
    close(box);
  }
}

function build(root) {
  const box = { root, input: root.querySelector("input"), list: root.querySelector("ul"), clear: root.querySelector("button"),
    at: -1, open: false, found: [], options: [], value: "" };
  box.take = (text) => {
    box.input.value = text.trim();
    close(box);
    if (box.input.value === box.value) return;
    box.value = box.input.value;
    box.send(box.value);
  };
  box.input.addEventListener("input", () => look(box));
  box.input.addEventListener("click", () => (box.open ? close(box) : look(box)));
  box.input.addEventListener("keydown", (event) => press(box, event));
  box.input.addEventListener("blur", () => box.take(box.input.value));
  box.clear.addEventListener("click", () => {
    box.input.focus();
    box.take("");
  });
  return box;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".actor-box");
  const box = (root.box ??= build(root));
  box.send = (text) => setTriggerValue("wanted", text);
  root.querySelector("label").textContent = data.label;
  box.input.placeholder = data.placeholder;
  box.list.setAttribute("aria-label", data.suggestions);
  box.clear.setAttribute("aria-label", data.clear);
  if (box.names !== data.options) {
    box.names = data.options;
    box.options = data.options.map(([name, english, rows]) => {
      const folded = fold(name);
      return { name, english, rows, forms: [folded, ...(english ? [fold(english)] : [])], initials: initials(folded) };
    });
  }
  if (box.sent !== data.value || document.activeElement !== box.input) {
    box.sent = data.value;
    box.value = data.value;
    if (document.activeElement !== box.input || !box.open) box.input.value = data.value;
  }
  draw(box);
}
