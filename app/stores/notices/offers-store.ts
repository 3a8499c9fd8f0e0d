import { create } from 'zustand';

/** Something that the reader may do about what happened; it stays until it is done or put aside. */
export interface Offer {
  /** An offer of the same name takes its place. */
  readonly name: 'other-tab' | 'newer-version';
  readonly text: string;
  /** What the button says, and does. */
  readonly action: string;
  readonly run: () => void;
}

export const useOffersStore = create<{ readonly offers: readonly Offer[] }>()(() => ({ offers: [] }));

/** Shows an offer at the foot of the window. */
export function offer(made: Offer): void {
  useOffersStore.setState(({ offers }) => ({ offers: [...offers.filter(({ name }) => name !== made.name), made] }));
}

/** Takes an offer away. */
export function putAside({ name }: Offer): void {
  useOffersStore.setState(({ offers }) => ({ offers: offers.filter((each) => each.name !== name) }));
}
