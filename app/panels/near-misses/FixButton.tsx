import { useRef, useState } from 'react';
import type { NearMissFix, RuleDifference } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { countOf } from '../../components/format.ts';
import { LabelCountList } from '../../components/LabelCountList.tsx';
import { Popover } from '../../components/Popover.tsx';
import { TickedText } from '../../components/TickedText.tsx';
import { asWorkerError } from '../../stores/answers/worker-error.ts';
import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';
import { acceptEdits, previewEdits } from '../../stores/tuning/edit-preview.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './NearMissList.module.css';

interface FixButtonProps {
  readonly fix: NearMissFix;
  /** The result that the edit is of; undefined when a newer one is on screen. */
  readonly result: EvaluatedQuery | undefined;
}

type Preview =
  | { readonly phase: 'closed' }
  | { readonly phase: 'counting' }
  | { readonly phase: 'done'; readonly difference: RuleDifference }
  | { readonly phase: 'failed'; readonly message: string };

/** An edit that would make near misses hits: press it to see what else it would do, then accept it or not. */
export function FixButton({ fix, result }: FixButtonProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [preview, setPreview] = useState<Preview>({ phase: 'closed' });
  const open = (): void => {
    if (!result) return;
    setPreview({ phase: 'counting' });
    previewEdits(result, fix.edits).then(
      (difference) => setPreview({ phase: 'done', difference }),
      (error: unknown) => setPreview({ phase: 'failed', message: asWorkerError(error).message }),
    );
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles.fix}
        disabled={!result}
        title={fix.title.replaceAll('`', '')}
        onClick={open}
      >
        <TickedText text={fix.short} />
      </button>
      {preview.phase !== 'closed' && result && (
        <Popover anchor={anchor} label={fix.title} onClose={() => setPreview({ phase: 'closed' })}>
          <div className={styles.preview}>
            <p>
              <b>
                <TickedText text={fix.title} />
              </b>
            </p>
            <PreviewText preview={preview} />
            <div className={styles.buttons}>
              <Button
                kind="primary"
                disabled={preview.phase !== 'done'}
                onClick={() => {
                  setPreview({ phase: 'closed' });
                  acceptEdits(result, fix.title, fix.edits);
                }}
              >
                Make the edit
              </Button>
              {preview.phase === 'done' && preview.difference.lost.rows > 0 && (
                <Button onClick={() => showAdded(result, fix, preview.difference)}>Show the rows</Button>
              )}
            </div>
          </div>
        </Popover>
      )}
    </>
  );
}

/** Compared with the edited text, rows that the run lacks are `lost`: the edit would add them. */
function PreviewText({ preview }: { readonly preview: Preview }) {
  if (preview.phase === 'failed') return <p>The edit can't be previewed: {preview.message}.</p>;
  if (preview.phase !== 'done') return <p>Counting what the edit would do…</p>;
  const { gained, lost } = preview.difference;
  return (
    <>
      <p>
        It adds {countOf(lost.rows, 'hit')}
        {lost.rows > 0 && ': '}
        {lost.rows > 0 && <LabelCountList counts={lost.labels} />}
      </p>
      {gained.rows > 0 && (
        <p>
          It takes away {countOf(gained.rows, 'hit')}: <LabelCountList counts={gained.labels} />
        </p>
      )}
    </>
  );
}

function showAdded({ evaluation }: EvaluatedQuery, { title }: NearMissFix, { lost }: RuleDifference): void {
  const { showAmong } = useViewStore.getState().actions;
  showAmong({ run: evaluation.run, rowSet: lost.rowSet, tab: 'all', title: `Added by: ${title}` });
}
