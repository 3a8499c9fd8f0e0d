import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { JudgedProcess } from '../../../rule-engine/index.ts';
import { countOf, formatMoment } from '../../components/format.ts';
import { LabelMark } from '../../components/LabelMark.tsx';
import { Message } from '../../components/Message.tsx';
import { visibleLine } from '../../components/visible-text.ts';
import { useAnswer } from '../../stores/answers/engine-answer.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './ProcessTree.module.css';
import { depthsOf } from './process-depths.ts';

/** The ancestors and the descendants of a row's process among the loaded events; press one to open its row. */
export function ProcessTree({ row }: { readonly row: number }) {
  const run = useEvaluationStore(lastResult)?.evaluation.run;
  const answer = useAnswer(
    'process-tree',
    useMemo(() => (run === undefined ? undefined : { run, row }), [run, row]),
  );
  if (answer.phase === 'failed') return <Message kind="error">No process tree: {answer.error.message}.</Message>;
  if (answer.phase === 'loading') return <Message kind="loading">Looking for its parents and children…</Message>;
  if (answer.result === null) {
    return <Message>This table's events are no processes, so that there is no tree of them.</Message>;
  }
  const { nodes, focus, deviceName } = answer.result;
  return <Tree nodes={nodes} focus={focus} deviceName={deviceName} />;
}

interface TreeProps {
  readonly nodes: readonly JudgedProcess[];
  readonly focus: number;
  readonly deviceName: string;
}

function Tree({ nodes, focus, deviceName }: TreeProps) {
  const list = useRef<HTMLDivElement>(null);
  const depths = depthsOf(nodes);
  const move = (event: KeyboardEvent): void => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const parent = nodes[at]?.parent;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
      ArrowLeft: parent ?? at,
      ArrowRight: nodes.findIndex((node) => node.parent === at),
    }[event.key];
    if (event.key === 'Enter' || event.key === ' ') open(nodes[at]);
    else if (to === undefined) return;
    else items[to]?.focus();
    event.preventDefault();
  };
  return (
    <section className={styles.box} aria-label="Process tree">
      <p className={styles.device}>{deviceName}</p>
      <div ref={list} role="tree" aria-label={`Processes of ${deviceName}`} onKeyDown={move}>
        {nodes.map((node, index) => (
          <Process
            // biome-ignore lint/suspicious/noArrayIndexKey: a process is known by its place in the tree.
            key={index}
            node={node}
            depth={depths[index]}
            isFocus={index === focus}
          />
        ))}
      </div>
    </section>
  );
}

interface ProcessProps {
  readonly node: JudgedProcess;
  readonly depth: number;
  readonly isFocus: boolean;
}

function Process({ node, depth, isFocus }: ProcessProps) {
  const { row, fileName, commandLine, accountName, processId, creationTime, verdict, label, moreChildren } = node;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys.
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isFocus}
      aria-disabled={row === undefined}
      tabIndex={isFocus ? 0 : -1}
      className={styles.process}
      style={{ paddingLeft: 12 + depth * 16 }}
      title={[commandLine, accountName, creationTime && formatMoment(creationTime)].filter(Boolean).join('\n')}
      onClick={() => open(node)}
    >
      <span className={styles.verdict} data-verdict={verdict?.kind}>
        {verdict?.kind === 'hit' && 'H'}
        {verdict?.kind === 'excluded' && 'X'}
      </span>
      {label && <LabelMark verdict={label.verdict} note={label.note} />}
      <span className={styles.file}>{visibleLine(fileName) || '(unknown)'}</span>
      <span className={styles.id}>{processId}</span>
      <code className={styles.command}>{visibleLine(commandLine)}</code>
      {moreChildren > 0 && <span className={styles.id}>{countOf(moreChildren, 'more child', 'more children')}</span>}
    </div>
  );
}

function open(node: JudgedProcess | undefined): void {
  if (node?.row === undefined) return;
  const { tab, actions } = useViewStore.getState();
  if (tab === 'hits' && node.verdict?.kind !== 'hit') actions.setTab('all');
  if (tab === 'excluded' && node.verdict?.kind !== 'excluded') actions.setTab('all');
  actions.openDetail(node.row);
}
