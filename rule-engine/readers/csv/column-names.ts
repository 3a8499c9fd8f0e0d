/** Windows' Event Viewer has the message of each event in a further cell, without a header. */
const EVENT_VIEWER = 'Level,Date and Time,Source,Event ID,Task Category';

/** Header cells as column names: trimmed, never empty, never twice the same. */
export function columnNames(header: readonly string[]): string[] {
  if (header.join() === EVENT_VIEWER) return [...header, 'Message'];
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const base = cell.trim() || `Column${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name); copy++) name = `${base}_${copy}`;
    taken.add(name);
    return name;
  });
}
