/** Characters of texts that are given names: what comes later keeps its text, so that equal texts stay equal for ever. */
const MOST_CHARACTERS = 1 << 23;
/** A shorter text is as good as its name. */
const SHORTEST_NAMED = 16;

const names = new Map<string, string>();
let characters = 0;

/**
 * A short name for a text, the same for the same text and for no other one: keys are made of the names of their parts, so
 * that looking a long list up costs no more than its last edit. No key begins with `#` but a name.
 */
export function nameOfKey(text: string): string {
  if (text.length < SHORTEST_NAMED) return text;
  const known = names.get(text);
  if (known !== undefined) return known;
  characters += text.length;
  if (characters > MOST_CHARACTERS) return text;
  const name = `#${names.size}`;
  names.set(text, name);
  return name;
}
