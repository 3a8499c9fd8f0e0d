import { get, set } from 'idb-keyval';
import type { StoreApi } from 'zustand';
import { type Usable, usableOf } from '../kept/kept-value.ts';
import { tellNotKept } from '../kept/not-kept.ts';
import { ruleKey } from '../rule/rule-description.ts';
import { useRuleStore } from '../rule/rule-store.ts';

/**
 * Brings back what a store held of the open rule, now and whenever another one is opened, and keeps it between visits. A
 * rule of which nothing is kept has what `usable` makes of nothing; what it makes of less than all is told. Without
 * storage it lasts as long as the page.
 */
export async function keepByRule<State extends object>(
  store: Pick<StoreApi<State>, 'setState' | 'subscribe'>,
  addressOf: (rule: string) => string,
  usable: (value: unknown) => Usable<State>,
  what: string,
): Promise<void> {
  const address = (): string => {
    const { rule } = useRuleStore.getState();
    return addressOf(rule ? ruleKey(rule) : '');
  };
  const load = async (): Promise<void> => {
    const kept = await get<unknown>(address()).catch(() => undefined);
    store.setState(usableOf(usable(kept), what));
  };
  await load();
  useRuleStore.subscribe((now, before) => {
    if ((now.rule && ruleKey(now.rule)) !== (before.rule && ruleKey(before.rule))) void load();
  });
  store.subscribe((state) => {
    set(address(), state).catch(() => tellNotKept(what));
  });
}
