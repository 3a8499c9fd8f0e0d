import { get, set as keep } from 'idb-keyval';
import { create } from 'zustand';
import { composeQuery, type Plan, type Segments, segmentNames } from '../../rule-engine/index.ts';
import { compileText } from './compile-text.ts';
import { asOneEdit } from './history-store.ts';
import { useRuleStore } from './rule-store.ts';

/** A version of the rule that was kept. */
export interface KeptVersion {
  readonly id: string;
  readonly name: string;
  /** ISO 8601; empty for the version that the rule was shipped as. */
  readonly savedAt: string;
  readonly segments: Segments;
}

interface BaselineState {
  /** The versions kept of the open rule, newest first; the shipped one is not among them. */
  readonly versions: readonly KeptVersion[];
  /** The version that the text is compared with. */
  readonly pinned: string;
  readonly actions: {
    /** Keeps the text as it stands, and compares with it from now on. */
    readonly pin: (name: string) => void;
    readonly choose: (id: string) => void;
    readonly rename: (id: string, name: string) => void;
    readonly remove: (id: string) => void;
    /** Puts a version's text into the editors, to be undone at will. */
    readonly restore: (id: string) => void;
  };
}

export const shippedVersion = 'shipped';

export const useBaselineStore = create<BaselineState>()((set, get) => ({
  versions: [],
  pinned: shippedVersion,
  actions: {
    pin: (name) => {
      const { segments } = useRuleStore.getState();
      const version = { id: crypto.randomUUID(), name, savedAt: new Date().toISOString(), segments };
      set(({ versions }) => ({ versions: [version, ...versions], pinned: version.id }));
    },
    choose: (pinned) => set({ pinned }),
    rename: (id, name) =>
      set(({ versions }) => ({
        versions: versions.map((version) => (version.id === id ? { ...version, name } : version)),
      })),
    remove: (id) =>
      set(({ versions, pinned }) => ({
        versions: versions.filter((version) => version.id !== id),
        pinned: pinned === id ? shippedVersion : pinned,
      })),
    restore: (id) => {
      const version = allVersions(get()).find((kept) => kept.id === id);
      if (version) {
        asOneEdit(`Restore “${version.name}”`, () => useRuleStore.getState().actions.setSegments(version.segments));
      }
    },
  },
}));

/** The kept versions and, last, the one that the rule was shipped as. */
export function allVersions({ versions }: Pick<BaselineState, 'versions'>): readonly KeptVersion[] {
  const segments = useRuleStore.getState().rule?.shippedSegments;
  if (!segments) return versions;
  return [...versions, { id: shippedVersion, name: 'As shipped', savedAt: '', segments }];
}

/** The version that the text is compared with. */
export function pinnedVersion(state: Pick<BaselineState, 'versions' | 'pinned'>): KeptVersion | undefined {
  const all = allVersions(state);
  return all.find(({ id }) => id === state.pinned) ?? all.at(-1);
}

export function sameSegments(a: Segments, b: Segments): boolean {
  return segmentNames.every((name) => a[name] === b[name]);
}

const plans = new Map<string, Promise<Plan | undefined>>();

/** A version's plan, compiled once; undefined where its text has an error. */
export function planOfVersion({ segments }: KeptVersion): Promise<Plan | undefined> {
  const { text } = composeQuery(segments);
  const known = plans.get(text);
  if (known) return known;
  const plan = compileText(text);
  plan.catch(() => plans.delete(text));
  plans.set(text, plan);
  return plan;
}

interface KeptVersions {
  readonly versions: readonly KeptVersion[];
  readonly pinned: string;
}

/** Keeps the versions of each rule between visits. Without storage they last as long as the page. */
export async function keepVersions(): Promise<void> {
  const keyOf = (): string => `penumbra:versions:${useRuleStore.getState().rule?.metadata.id}`;
  const load = async (): Promise<void> => {
    const kept = await get<KeptVersions>(keyOf()).catch(() => undefined);
    useBaselineStore.setState({ versions: kept?.versions ?? [], pinned: kept?.pinned ?? shippedVersion });
  };
  await load();
  useRuleStore.subscribe((now, before) => {
    if (now.rule?.metadata.id !== before.rule?.metadata.id) void load();
  });
  useBaselineStore.subscribe(({ versions, pinned }) => {
    void keep(keyOf(), { versions, pinned } satisfies KeptVersions).catch(() => undefined);
  });
}
