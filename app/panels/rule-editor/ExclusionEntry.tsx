import { applyEdits, type Exclusion, toggleExclusion } from '../../../rule-engine/index.ts';
import { countOf, formatCount } from '../../components/format.ts';
import { Switch } from '../../components/Switch.tsx';
import type { ExclusionWithCount } from '../../stores/evaluation/exclusion-names.ts';
import { asOneEdit } from '../../stores/history/history-store.ts';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './ExclusionList.module.css';

/** One exclusion: its switch, its name (press it to go to its text), its tags and what it removes. */
export function ExclusionEntry({ entry: { exclusion, count, hidden } }: { readonly entry: ExclusionWithCount }) {
  const { owner, ticket, expires, reason } = exclusion.tags;
  const { reveal } = useViewStore((state) => state.actions);
  return (
    <li className={styles.entry} data-on={exclusion.enabled}>
      <Switch label={exclusion.name} on={exclusion.enabled} onToggle={() => toggle(exclusion)} />
      <button
        type="button"
        className={styles.name}
        title={[exclusion.name, exclusion.description, reason && `Reason: ${reason}`].filter(Boolean).join('\n')}
        onClick={() => reveal({ segment: 'exclusions', span: exclusion.span })}
      >
        {exclusion.name}
      </button>
      {ticket && <span className={styles.tag}>{ticket}</span>}
      {owner && <span className={styles.tag}>{owner}</span>}
      {expires && <span className={styles.tag}>until {expires}</span>}
      {hidden > 0 && <span className={styles.alarm}>! hides {formatCount(hidden)} TP</span>}
      <span className={styles.removed}>
        {count ? `− ${countOf(count.removed, 'row')}` : exclusion.enabled ? '' : 'off'}
      </span>
    </li>
  );
}

function toggle(exclusion: Exclusion): void {
  const { segments, actions } = useRuleStore.getState();
  const text = applyEdits(segments.exclusions, toggleExclusion(segments.exclusions, exclusion));
  const title = `“${exclusion.name}” ${exclusion.enabled ? 'off' : 'on'}`;
  asOneEdit(title, () => actions.setSegment('exclusions', text));
}
