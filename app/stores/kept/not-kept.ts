import { tell } from '../notices/notice-store.ts';

const told = new Set<string>();

/** Says, once for each, that the browser has no room for something, or keeps nothing. */
export function tellNotKept(what: string): void {
  if (told.has(what)) return;
  told.add(what);
  tell(`This browser can’t keep the ${what}: a reload will lose what was changed`, 'error');
}
