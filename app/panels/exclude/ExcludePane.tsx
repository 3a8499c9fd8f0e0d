import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExclusionCandidate } from '../../../rule-engine/index.ts';
import { IconButton } from '../../components/Button.tsx';
import { EffectText } from '../../components/EffectText.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { type ExcludeRequest, useExcludeStore } from '../../stores/tuning/exclude-store.ts';
import { previewExclusion } from '../../stores/tuning/exclusion-preview.ts';
import { CandidateList } from './CandidateList.tsx';
import styles from './ExcludePane.module.css';
import { ExclusionForm } from './ExclusionForm.tsx';
import { useCandidates } from './use-candidates.ts';

/** Below the grid: possible exclusions for some hits; the grid shows what the chosen one would take. */
export function ExcludePane({ request }: { readonly request: ExcludeRequest }) {
  const { end } = useExcludeStore((state) => state.actions);
  const answer = useCandidates(request);
  return (
    <section
      className={styles.pane}
      aria-label="Exclude"
      onKeyDown={(event) => {
        if (event.key === 'Escape') end();
      }}
    >
      <header className={styles.header}>
        <h2>
          Exclude {countOf(request.rows.length, 'hit')}
          {request.column !== undefined && <span className={styles.column}>by {request.column}</span>}
        </h2>
        <IconButton label="Close without excluding" onClick={end}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {answer.phase === 'loading' && <Message kind="loading">Weighing possible exclusions…</Message>}
      {answer.phase === 'failed' && (
        <Message kind="error">No exclusion can be offered: {answer.error.message}. Write one in the editor.</Message>
      )}
      {answer.phase === 'done' &&
        (answer.result.length === 0 ? (
          <Message>No condition on these hits is specific enough: write an exclusion in the editor.</Message>
        ) : (
          <Choice request={request} candidates={answer.result} />
        ))}
    </section>
  );
}

interface ChoiceProps {
  readonly request: ExcludeRequest;
  readonly candidates: readonly ExclusionCandidate[];
}

function Choice({ request, candidates }: ChoiceProps) {
  const [chosen, setChosen] = useState(0);
  const candidate = candidates[Math.min(chosen, candidates.length - 1)];
  useEffect(() => void previewExclusion(request.run, candidate), [request.run, candidate]);
  return (
    <div className={styles.body}>
      <CandidateList
        candidates={candidates}
        chosen={chosen}
        onChoose={setChosen}
        coverText={({ covers }) => `${formatCount(covers)} of ${formatCount(request.rows.length)} chosen`}
      />
      <div className={styles.side}>
        <pre className={styles.kql}>{candidate.kql}</pre>
        <p className={styles.effect}>
          <EffectText effect={candidate.effect} />
        </p>
        <ExclusionForm key={candidate.kql} run={request.run} candidate={candidate} />
      </div>
    </div>
  );
}
