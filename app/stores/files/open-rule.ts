import { composeQuery, packageFileOf, type RuleOfFiles } from '../../../rule-engine/index.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { asOneEdit } from '../history/history-store.ts';
import { tell } from '../notices/notice-store.ts';
import { usePreferencesStore } from '../preferences/preferences-store.ts';
import { keepFormerText } from '../review/keep-versions.ts';
import type { RuleDescription } from '../rule/rule-description.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { useViewStore } from '../view/view-store.ts';
import { formatTitle } from './rule-formats.ts';

/**
 * Opens a rule of one file, or of the files of a rule package, in place of the one at hand: one step to undo, and the former
 * text is among the versions to compare with. Says what it left out, or why it opened nothing. Never rejects.
 */
export async function openRuleFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const isPackage = files.every(({ name }) => packageFileOf(name) !== undefined);
  const name = files.length === 1 ? files[0].name : `${files.length} files`;
  if (files.length > 1 && !isPackage) return tell(`${name} hold rules: open one at a time`, 'error');
  try {
    const read = await readRule(files);
    const error = read.diagnostics.find(({ severity }) => severity === 'error');
    if (error) return tell(`${name}: no rule was opened. ${error.message}`, 'error');
    if (composeQuery(read.segments).text.trim() === '') return tell(`${name}: it holds no query`, 'error');
    await putInPlace(read, name);
  } catch (error) {
    tell(`${name}: no rule was opened. ${asWorkerError(error).message}`, 'error');
  }
}

async function readRule(files: readonly File[]): Promise<RuleOfFiles> {
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const { languageClient } = await import('../../workers/language.ts');
  return languageClient().request('import-rule', { files: texts });
}

async function putInPlace(read: RuleOfFiles, file: string): Promise<void> {
  const { rule, segments: former } = useRuleStore.getState();
  const { metadata, guide, segments, format } = read;
  const opened = { file, format: formatTitle(format), notes: read.diagnostics.map(({ message }) => message) };
  const isSame = rule !== undefined && metadata.id !== '' && metadata.id === rule.metadata.id;
  const description: RuleDescription = isSame
    ? { ...rule, opened: { ...opened, notes: [...opened.notes, keptDescription] } }
    : { metadata, guide, shippedSegments: segments, tests: undefined, folder: '', opened };
  if (rule) await keepFormerText(`${rule.metadata.title}, before ${file}`, rule, former, description);
  asOneEdit(`Open ${file}`, () => useRuleStore.getState().actions.open(description, segments, undefined));
  useViewStore.getState().actions.setRuleTab(segments.patterns.trim() === '' ? 'detection' : 'patterns');
  usePreferencesStore.getState().actions.showDock('rule');
  tell(`Opened ${file}. Ctrl+Z undoes it`);
}

const keptDescription =
  'It is the rule that was open: its text was taken; description, guide and tests are as they were';
