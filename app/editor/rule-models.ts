import { type ComposedQuery, type SegmentName, segmentNames } from '../../rule-engine/index.ts';
import { type EditorMove, setEditorCanMove } from '../stores/history/editor-move.ts';
import { asEditorMove, pageMoveUnderWay } from '../stores/history/history-store.ts';
import { type RuleState, useRuleStore } from '../stores/rule/rule-store.ts';
import type { RuleTab } from '../stores/rule/rule-tab.ts';
import { EditLog } from './annotations/edit-log.ts';
import { changeBetween, type TextChange } from './annotations/text-change.ts';
import { KUSTO } from './monaco/kusto-language.ts';
import { editor, Range, Uri } from './monaco/monaco.ts';
import { canMove, moveText, UndoSteps } from './undo-steps.ts';

/** What happened to the whole query in one edit. */
interface QueryEdit {
  readonly changes: readonly TextChange[];
  readonly query: ComposedQuery;
}

type Listener = (edit: QueryEdit) => void;

/**
 * The texts of the rule as monaco's models: one a segment, and the whole query, which only follows. What is typed goes
 * to the rule store; what the store changes (an exclusion switched off, a reset) becomes an edit that can be undone.
 */
class RuleModels {
  /** The newest edits of the whole query. */
  readonly log = new EditLog();
  private readonly models: Readonly<Record<RuleTab, editor.ITextModel>>;
  private readonly listeners = new Set<Listener>();
  /** The query that the listeners know. */
  private known = useRuleStore.getState().query;
  private readonly steps: UndoSteps;
  /** True while the models go where the page's undo or redo has led. */
  private isMoving = false;

  constructor() {
    const { segments, query } = useRuleStore.getState();
    const create = (name: RuleTab, text: string): editor.ITextModel => {
      const model = editor.createModel(text, KUSTO, Uri.parse(`penumbra:/rule/${name}.kql`));
      model.setEOL(editor.EndOfLineSequence.LF);
      return model;
    };
    this.models = {
      patterns: create('patterns', segments.patterns),
      detection: create('detection', segments.detection),
      exclusions: create('exclusions', segments.exclusions),
      output: create('output', segments.output),
      whole: create('whole', query.text),
    };
    this.steps = new UndoSteps(this.models);
    setEditorCanMove((move, segment) => canMove(this.models[segment], move));
    for (const name of segmentNames) this.follow(name);
    useRuleStore.subscribe((now, before) => {
      if (now.query === before.query) return;
      const move = now.rule === before.rule ? pageMoveUnderWay() : undefined;
      if (move) this.move(move, now);
      for (const name of segmentNames) {
        if (now.segments[name] === before.segments[name]) continue;
        if (now.rule === before.rule) editText(this.models[name], now.segments[name]);
        else replaceText(this.models[name], now.segments[name]);
      }
      if (this.models.whole.isAttachedToEditor()) editText(this.models.whole, now.query.text);
    });
  }

  /** Calls the listener after each edit of the query. Returns how to stop. */
  onEdit(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The whole query follows at once while an editor shows it, else when it is asked for: not at each key. */
  model(tab: RuleTab): editor.ITextModel {
    if (tab === 'whole') editText(this.models.whole, useRuleStore.getState().query.text);
    return this.models[tab];
  }

  /** The tab that shows a model; undefined for a model of something else. */
  tabOf(model: { readonly uri: Uri }): RuleTab | undefined {
    const uri = model.uri.toString();
    return (Object.keys(this.models) as RuleTab[]).find((tab) => this.models[tab].uri.toString() === uri);
  }

  /** The steps between are nobody's text. */
  private move(move: EditorMove, { segments, query }: Pick<RuleState, 'segments' | 'query'>): void {
    this.isMoving = true;
    try {
      for (const name of segmentNames) moveText(this.models[name], move, segments[name]);
    } finally {
      this.isMoving = false;
    }
    const change = changeBetween(this.known.text, query.text);
    this.tell(change ? [change] : [], query);
  }

  private tell(changes: readonly TextChange[], query: ComposedQuery): void {
    this.log.record(this.known.text, changes);
    this.known = query;
    for (const listener of this.listeners) listener({ changes, query });
  }

  private follow(name: SegmentName): void {
    const model = this.models[name];
    if (model.getValue() !== useRuleStore.getState().segments[name]) {
      useRuleStore.getState().actions.setSegment(name, model.getValue());
    }
    const store = (): void => useRuleStore.getState().actions.setSegment(name, model.getValue());
    model.onDidChangeContent((event) => {
      if (this.isMoving) return;
      this.steps.follow(name);
      if (event.isUndoing) asEditorMove('undo', store);
      else if (event.isRedoing) asEditorMove('redo', store);
      else store();
      const { query } = useRuleStore.getState();
      if (query.text !== this.known.text) this.tell(changesOf(event, name, this.known, query), query);
    });
  }
}

/** The changes of a segment as changes of the whole query. */
function changesOf(
  event: editor.IModelContentChangedEvent,
  name: SegmentName,
  before: ComposedQuery,
  after: ComposedQuery,
): readonly TextChange[] {
  const { start } = before.spans[name];
  const changes = event.changes.map((change) => ({
    start: start + change.rangeOffset,
    removed: change.rangeLength,
    inserted: change.text.length,
  }));
  const length = changes.reduce((sum, change) => sum + change.inserted - change.removed, before.text.length);
  // A line break between two segments came or went with it, or the store had changed several segments at once.
  if (length !== after.text.length) {
    const change = changeBetween(before.text, after.text);
    return change === undefined ? [] : [change];
  }
  return changes;
}

/** Gives a model another text that has nothing to do with the old one: there is no way back to that. */
function replaceText(model: editor.ITextModel, text: string): void {
  if (model.getValue() !== text) model.setValue(text);
}

/** Makes a model's text the given one by the smallest edit, which can be undone. */
function editText(model: editor.ITextModel, text: string): void {
  const change = changeBetween(model.getValue(), text);
  if (change === undefined) return;
  const range = Range.fromPositions(
    model.getPositionAt(change.start),
    model.getPositionAt(change.start + change.removed),
  );
  applyToModel(model, [{ range, text: text.slice(change.start, change.start + change.inserted) }]);
}

/** Edits a model's text; one step of its editor's own undo. */
export function applyToModel(
  model: editor.ITextModel,
  operations: readonly editor.IIdentifiedSingleEditOperation[],
): void {
  model.pushStackElement();
  model.pushEditOperations(null, [...operations], () => null);
  model.pushStackElement();
}

let models: RuleModels | undefined;

/** The rule's models, made at the first call. They live as long as the page. */
export function ruleModels(): RuleModels {
  models ??= new RuleModels();
  return models;
}
