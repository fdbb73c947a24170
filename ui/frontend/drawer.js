// A button that is busy for a moment, as the one that keeps the original is, loses the focus to the page below, and keys
// pressed there never reach the drawer: the first of them brings the focus back, and Escape closes as it does elsewhere.
export default function (component) {
  const root = component.parentElement;
  const recover = (event) => {
    const dialog = root.closest("[role=dialog]");
    if (!dialog || event.target !== document.body) return;
    dialog.focus({ preventScroll: true });
    if (event.key === "Escape") dialog.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  };
  root.leave?.();
  document.addEventListener("keydown", recover);
  root.leave = () => document.removeEventListener("keydown", recover);
  return root.leave;
}
