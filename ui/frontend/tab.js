// The id of this tab's conversation, in storage that outlives a reload and belongs to this tab alone.
const NAME = "conversation";

export default function (component) {
  const { data, setTriggerValue } = component;
  let before = null;
  try {
    before = sessionStorage.getItem(NAME);
  } catch {
    return;  // the browser allows no storage: a reload begins anew
  }
  if (!data.looked && before && before !== data.id) setTriggerValue("found", before);
  else sessionStorage.setItem(NAME, data.id);
}
