import type { ExclusionCandidate, SuggestedExclusions, SuggestProgress } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { EffectText } from '../../components/EffectText.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { partText } from '../../components/ratio.ts';
import { asWorkerError } from '../../stores/answers/worker-error.ts';
import { tell } from '../../stores/notices/notice-store.ts';
import { addExclusion } from '../../stores/tuning/exclude-store.ts';
import { previewExclusion } from '../../stores/tuning/exclusion-preview.ts';
import { type Search, useSuggestionsStore } from '../../stores/tuning/suggestions-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './SuggestionsView.module.css';
import type { TuningViewProps } from './tuning-view-props.ts';

/** A search for the few exclusions that take the most labelled FPs and no labelled TP. */
export function SuggestionsView({ result }: TuningViewProps) {
  const { run } = result.evaluation;
  const { search, actions } = useSuggestionsStore();
  return (
    <div className={styles.suggestions}>
      <div className={styles.bar}>
        {search.phase === 'searching' ? (
          <Button onClick={actions.cancel}>Cancel</Button>
        ) : (
          <Button onClick={() => void actions.start(run)}>Suggest exclusions</Button>
        )}
        <p className={styles.state} role="status">
          {stateText(search, run)}
        </p>
      </div>
      {search.phase === 'searching' && (
        <progress
          className={styles.progress}
          max={Math.max(1, isTrying(search) ? search.tried.whole : search.fpAll)}
          value={isTrying(search) ? search.tried.part : search.fpRemoved}
          aria-label={isTrying(search) ? 'FPs looked at so far' : 'FPs taken so far'}
        />
      )}
      {search.phase === 'done' && <Found found={search.found} run={search.run} isOld={search.run !== run} />}
    </div>
  );
}

function isTrying({ tried }: SuggestProgress): boolean {
  return tried.part < tried.whole || tried.whole === 0;
}

function stateText(search: Search, run: number): string {
  switch (search.phase) {
    case 'idle':
      return 'Finds the few exclusions that take the most hits labelled FP and none labelled TP.';
    case 'searching':
      if (search.tried.whole === 0) return 'Looking at the FPs…';
      if (isTrying(search)) return `Looking at ${partText(search.tried)} different FPs…`;
      return `${countOf(search.chosen, 'exclusion')} · ${formatCount(search.fpRemoved)} of ${formatCount(search.fpAll)} FPs`;
    case 'failed':
      return `The search failed: ${search.error.message}.`;
    case 'done': {
      const { fpRemoved, unlabelledTaken, complete, exclusions } = search.found;
      if (fpRemoved.whole === 0) return 'No hit is labelled FP: label some with F in the grid, then search again.';
      const parts = [
        `${countOf(exclusions.length, 'exclusion')} ${exclusions.length === 1 ? 'takes' : 'take'} ${partText(fpRemoved)} FPs, no TP and ${formatCount(unlabelledTaken)} unlabelled`,
        complete ? '' : 'the search ended at its bounds',
        search.run === run ? '' : 'the rule has changed since: search again',
      ];
      return `${parts.filter(Boolean).join('; ')}.`;
    }
  }
}

interface FoundProps {
  readonly found: SuggestedExclusions;
  readonly run: number;
  /** True when the rule was changed since. */
  readonly isOld: boolean;
}

function Found({ found, run, isOld }: FoundProps) {
  const { openDetail, setTab } = useViewStore((state) => state.actions);
  return (
    <>
      <ul className={styles.list} aria-label="Suggested exclusions">
        {found.exclusions.map((candidate) => (
          <li key={candidate.kql} className={styles.entry}>
            <div className={styles.what}>
              <span className={styles.name}>{candidate.name}</span>
              <code>{candidate.kql}</code>
              <EffectText effect={candidate.effect} />
            </div>
            <Button disabled={isOld} onClick={() => void previewExclusion(run, candidate)}>
              Preview
            </Button>
            <Button disabled={isOld} onClick={() => void add(run, candidate)}>
              Add
            </Button>
          </li>
        ))}
      </ul>
      {found.inseparable.length > 0 && (
        <section className={styles.left}>
          <h2>What it can't separate</h2>
          <ul>
            {found.inseparable.map(({ rows, example, reason, likeTruePositive }) => (
              <li key={example}>
                {countOf(rows, 'FP')}: {reason}{' '}
                <RowLink disabled={isOld} text="an example" onShow={() => show(example)} />
                {likeTruePositive !== undefined && (
                  <>
                    {' · '}
                    <RowLink disabled={isOld} text="the TP like it" onShow={() => show(likeTruePositive)} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );

  function show(row: number): void {
    setTab('all');
    openDetail(row);
  }
}

interface RowLinkProps {
  readonly text: string;
  readonly disabled: boolean;
  readonly onShow: () => void;
}

function RowLink({ text, disabled, onShow }: RowLinkProps) {
  return (
    <button type="button" className={styles.link} disabled={disabled} onClick={onShow}>
      {text}
    </button>
  );
}

async function add(run: number, { conditions, name }: ExclusionCandidate): Promise<void> {
  try {
    await addExclusion(run, conditions, { name, description: '', tags: {} });
  } catch (error) {
    tell(`Not added: ${asWorkerError(error).message}`, 'error');
  }
}
