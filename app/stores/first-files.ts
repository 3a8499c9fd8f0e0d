import type { OpenedFile } from './events-store.ts';
import { hasOwnFiles, leftByLastVisit } from './last-visit.ts';
import { shippedSamples } from './sample-files.ts';

/** Event files as the reader left them. */
export interface KeptEvents {
  readonly files: readonly OpenedFile[];
  /** Names of the files that were too large to keep. */
  readonly left: readonly string[];
}

/** What the page opens with: the files that were left, or else the shipped samples. */
export type FirstFiles = { readonly kept: KeptEvents } | { readonly samples: Promise<readonly File[]> };

/** Asked for by this module, before the page's own code has come. Never rejects. */
export const firstFiles: Promise<FirstFiles> = askForFiles();

async function askForFiles(): Promise<FirstFiles> {
  const early = hasOwnFiles() ? undefined : shippedSamples();
  const kept = await leftByLastVisit<KeptEvents>('events');
  return kept ? { kept } : { samples: early ?? shippedSamples() };
}
