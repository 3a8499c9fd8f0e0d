import { create } from 'zustand';

/** What happened and takes its time to be read or acted on; it stays until that is done or it is put aside. */
export interface Offer {
  /** An offer of the same name takes its place. */
  readonly name: 'other-tab' | 'newer-version' | 'saved-rule';
  readonly text: string;
  /** Sentences, each a line below the text. */
  readonly details?: readonly string[];
  /** What the reader may do about it: what the button says, and does. */
  readonly action?: { readonly title: string; readonly run: () => void };
}

export const useOffersStore = create<{ readonly offers: readonly Offer[] }>()(() => ({ offers: [] }));

/** Shows an offer at the foot of the window. */
export function offer(made: Offer): void {
  useOffersStore.setState(({ offers }) => ({ offers: [...offers.filter(({ name }) => name !== made.name), made] }));
}

/** Takes an offer away, if it is there. */
export function putAside({ name }: Pick<Offer, 'name'>): void {
  useOffersStore.setState(({ offers }) => ({ offers: offers.filter((each) => each.name !== name) }));
}
