import { get } from 'idb-keyval';

/** Where the page keeps what it opens with. */
export const keptKeys = {
  events: 'penumbra:events',
  mappings: 'penumbra:mappings',
  rule: 'penumbra:workspace',
} as const;

type KeptName = keyof typeof keptKeys;

/** Asked for by this module, before the page's own code has come. */
const asked: Readonly<Record<KeptName, Promise<unknown>>> = {
  events: ask('events'),
  mappings: ask('mappings'),
  rule: ask('rule'),
};

/** What the last visit left in this browser; undefined where it left nothing or nothing can be kept. Never rejects. */
export function leftByLastVisit<Kept>(name: KeptName): Promise<Kept | undefined> {
  return asked[name] as Promise<Kept | undefined>;
}

async function ask(name: KeptName): Promise<unknown> {
  try {
    return await get<unknown>(keptKeys[name]);
  } catch {
    return undefined;
  }
}

const ownFilesKey = 'penumbra:own-files';

/** Whether event files were kept: what is known before the database, which takes its time, has said it. */
export function hasOwnFiles(): boolean {
  try {
    return localStorage.getItem(ownFilesKey) !== null;
  } catch {
    return false;
  }
}

/** Notes whether event files are kept. */
export function noteOwnFiles(areKept: boolean): void {
  try {
    if (areKept) localStorage.setItem(ownFilesKey, '');
    else localStorage.removeItem(ownFilesKey);
  } catch {
    // Without the note the samples are fetched in vain.
  }
}
