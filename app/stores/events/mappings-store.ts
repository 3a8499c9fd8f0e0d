import { set as keep } from 'idb-keyval';
import { create } from 'zustand';
import { type UserMapping, userMappingFrom } from '../../../rule-engine/index.ts';
import { usableEntries, usableOf } from '../kept/kept-value.ts';
import { keptKeys, leftByLastVisit } from '../kept/last-visit.ts';
import { tell } from '../notices/notice-store.ts';

interface MappingsState {
  /** The mappings that the reader made, the newest first: of two for one file, the first is used. */
  readonly mappings: readonly UserMapping[];
  readonly actions: {
    /** Keeps a mapping; one of the same id is replaced. */
    readonly save: (mapping: UserMapping) => void;
    readonly remove: (id: string) => void;
  };
}

export const useMappingsStore = create<MappingsState>()((set, get) => {
  const put = (mappings: readonly UserMapping[]): void => {
    set({ mappings });
    keep(keptKeys.mappings, mappings).catch(() =>
      tell('The mapping is not kept over a reload: this browser stores nothing', 'error'),
    );
  };
  return {
    mappings: [],
    actions: {
      save: (mapping) => put(withMapping(get().mappings, mapping)),
      remove: (id) => put(get().mappings.filter((mapping) => mapping.id !== id)),
    },
  };
});

/** Brings back the mappings of the last visit. Never rejects. Call it before files are loaded. */
export async function restoreMappings(): Promise<void> {
  const saved = usableEntries(await leftByLastVisit<unknown>('mappings'), isUserMapping);
  useMappingsStore.setState({ mappings: usableOf(saved, 'mappings') });
}

function isUserMapping(value: unknown): value is UserMapping {
  return userMappingFrom(value) !== undefined;
}

/** The mappings with one more, in front; one of the same id is replaced. */
export function withMapping(mappings: readonly UserMapping[], added: UserMapping): readonly UserMapping[] {
  return [added, ...mappings.filter(({ id }) => id !== added.id)];
}
