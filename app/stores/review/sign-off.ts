import { type ReviewFacts, reviewRecord, type Segments, type SignOff } from '../../../rule-engine/index.ts';
import { saveText } from '../../browser/save-file.ts';
import { useHistoryStore } from '../history/history-store.ts';
import { tell } from '../notices/notice-store.ts';
import { type KeptSignOff, usableSignOffs, useSignOffsStore } from '../rule/sign-offs-store.ts';
import { pinSegments } from './edit-versions.ts';
import { keepByRule } from './keep-by-rule.ts';

export const verdictTitles: Readonly<Record<SignOff['verdict'], string>> = {
  approved: 'Approved',
  'changes requested': 'Changes requested',
};

/** Keeps a reviewer's word on a text, with the record as it is now; to be undone at will. */
export function signOff(facts: ReviewFacts, segments: Segments, said: Omit<SignOff, 'at'>): void {
  const word: SignOff = { ...said, at: new Date().toISOString() };
  const kept: KeptSignOff = {
    ...word,
    id: `${word.at} ${word.reviewer}`,
    digest: facts.digest,
    segments,
    record: reviewRecord(facts, word),
  };
  const { signOffs } = useSignOffsStore.getState();
  useHistoryStore
    .getState()
    .actions.setSignOffs(`${verdictTitles[said.verdict]} by ${said.reviewer}`, [kept, ...signOffs]);
  tell(`${verdictTitles[said.verdict]}. Ctrl+Z undoes it`);
}

export function dropSignOff({ id, reviewer }: KeptSignOff): void {
  const left = useSignOffsStore.getState().signOffs.filter((signOff) => signOff.id !== id);
  useHistoryStore.getState().actions.setSignOffs(`Drop the sign-off of ${reviewer}`, left);
}

/** Compares with the text that was signed from now on. */
export function compareWithSigned({ reviewer, at, segments }: KeptSignOff): void {
  pinSegments(`Signed by ${reviewer}, ${at.slice(0, 10)}`, segments);
}

/** Puts a review's Markdown on the clipboard. */
export async function copyRecord(record: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(record);
    tell('The review is on the clipboard as Markdown');
  } catch {
    tell('The browser refused the clipboard: save the review instead', 'error');
  }
}

/** Saves a review's Markdown; the file is named by the text that it is of. */
export function saveRecord({ record, digest }: Pick<KeptSignOff, 'record' | 'digest'>): void {
  saveText(record, `review-${digest.slice(0, 12)}.md`, 'text/markdown');
}

let kept: Promise<void> | undefined;

/** Brings back the sign-offs of the open rule and keeps them between visits. Without storage they last as long as the page. */
export function keepSignOffs(): Promise<void> {
  kept ??= keepByRule(useSignOffsStore, (rule) => `penumbra:sign-offs:${rule}`, usableSignOffs, 'sign-offs');
  return kept;
}
