import { hasOwnFiles, leftByLastVisit } from '../kept/last-visit.ts';
import { type KeptEvents, leftEvents } from './kept-events.ts';
import { shippedSamples } from './sample-files.ts';

/** What the page opens with: the files that were left, or else the shipped samples. */
export type FirstFiles = ({ readonly kept: KeptEvents } | { readonly samples: Promise<readonly File[]> }) & {
  /** True when files were left that can't be opened again. */
  readonly isDamaged: boolean;
};

/** Asked for by this module, before the page's own code has come. Never rejects. */
export const firstFiles: Promise<FirstFiles> = askForFiles();

async function askForFiles(): Promise<FirstFiles> {
  const early = hasOwnFiles() ? undefined : shippedSamples();
  const value = await leftByLastVisit<unknown>('events');
  const left = value === undefined ? undefined : leftEvents(value);
  const isDamaged = left?.isDamaged ?? false;
  if (left && (!isDamaged || left.files.length > 0)) return { kept: left, isDamaged };
  return { samples: early ?? shippedSamples(), isDamaged };
}
