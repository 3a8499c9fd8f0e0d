import { create } from 'zustand';
import { noVersions, type Versions } from './versions.ts';

/** The kept versions of the open rule. Changes that can be undone go through the history. */
export const useVersionsStore = create<Versions>()(() => noVersions);
