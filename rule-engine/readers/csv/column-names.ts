/** Windows' Event Viewer has the message of each event in a further cell, without a header. */
const EVENT_VIEWER = ['Level', 'Date and Time', 'Source', 'Event ID', 'Task Category', 'Message'];
/** Its header in English, German, French, Spanish and Italian. */
const EVENT_VIEWER_HEADERS: ReadonlySet<string> = new Set([
  'Level,Date and Time,Source,Event ID,Task Category',
  'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie',
  "Niveau,Date et heure,Source,ID de l'événement,Catégorie de la tâche",
  'Nivel,Fecha y hora,Origen,Id. del evento,Categoría de la tarea',
  'Livello,Data e ora,Origine,ID evento,Categoria attività',
]);

/** Header cells as column names: trimmed, never empty, never twice the same. */
export function columnNames(header: readonly string[]): string[] {
  if (EVENT_VIEWER_HEADERS.has(header.join().replaceAll('’', "'"))) return [...EVENT_VIEWER];
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const base = cell.trim() || `Column${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name); copy++) name = `${base}_${copy}`;
    taken.add(name);
    return name;
  });
}
