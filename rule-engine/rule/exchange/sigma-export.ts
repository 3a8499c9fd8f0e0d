import { stringify } from 'yaml';
import { messageOf } from '../../base/error-message.ts';
import { spanContains } from '../../base/span.ts';
import type { Plan, WherePlan } from '../../plan/plan.ts';
import { parseExclusions } from '../exclusions.ts';
import { composeQuery, toSegmentPosition } from '../segments.ts';
import { ExchangeNotes, type ExportableRule, type ExportedRule } from './exchanged-rule.ts';
import { SigmaSelections } from './sigma-selections.ts';

/**
 * A Sigma rule of category process_creation, from the rule's plan. Term operators (`has`) become `contains`, which finds
 * more, and a warning says so. An exclusion that Sigma can't say is left out, which never hides anything; a detection
 * that it can't say is an error.
 */
export function toSigma({ metadata, segments, plan }: ExportableRule): ExportedRule {
  const notes = new ExchangeNotes();
  const query = composeQuery(segments);
  const steps = plan === undefined ? undefined : whereSteps(plan, notes);
  if (plan === undefined) notes.error('no-plan', 'The query does not bind, so that it has no Sigma form');
  if (steps === undefined || notes.failed) return { text: undefined, diagnostics: notes.diagnostics };
  const names = parseExclusions(segments.exclusions).filter((step) => step.enabled);
  const selections = new SigmaSelections();
  const parts: string[] = [];
  for (const step of steps) {
    const excludes = spanContains(query.spans.exclusions, step.span);
    const { position } = toSegmentPosition(query, step.span.start);
    const name = names.find(({ span }) => span.start <= position && position < span.start + span.length)?.name;
    try {
      const condition = selections.condition(step.predicate, excludes ? 'filter' : 'selection');
      if (condition !== undefined) parts.push(condition);
    } catch (error) {
      const reason = messageOf(error);
      if (excludes) notes.warning('left-out', `The exclusion '${name ?? ''}' is left out: ${reason}`);
      else notes.error('unsupported', reason);
    }
  }
  if (notes.failed) return { text: undefined, diagnostics: notes.diagnostics };
  if (parts.length === 0) notes.error('unsupported', 'The rule has no condition that Sigma can say');
  for (const warning of selections.warnings) notes.warning('approximate', warning);
  if (segments.output.trim() !== '')
    notes.information('left-out', 'Sigma has no computed columns: the output is left out');
  notes.information('left-out', 'Sigma has no schedule, confidence, tests and guide');
  const rule = {
    title: metadata.title,
    id: metadata.id,
    status: 'experimental',
    description: metadata.description,
    references: metadata.references,
    tags: [
      ...metadata.tactics.map((tactic) => `attack.${kebab(tactic)}`),
      ...metadata.techniques.map((id) => `attack.${id.toLowerCase()}`),
    ],
    logsource: { category: 'process_creation' },
    detection: { ...Object.fromEntries(selections.entries()), condition: parts.join(' and ') },
    falsepositives: metadata.falsePositives,
    level: metadata.severity,
  };
  return { text: notes.failed ? undefined : stringify(rule, { lineWidth: 0 }), diagnostics: notes.diagnostics };
}

/** The `where` steps of a pipeline over DeviceProcessEvents, first step first. */
function whereSteps(plan: Plan, notes: ExchangeNotes): readonly WherePlan[] | undefined {
  const steps: WherePlan[] = [];
  let node: Plan = plan;
  for (;;) {
    switch (node.kind) {
      case 'where':
        steps.unshift(node);
        node = node.input;
        break;
      case 'extend':
      case 'project':
      case 'sort':
        node = node.input;
        break;
      case 'table':
        if (node.name !== 'DeviceProcessEvents')
          notes.error('unsupported', `Sigma's process_creation is no form of ${node.name}`);
        return steps;
      default:
        notes.error('unsupported', `Sigma has no form of ${node.kind}`);
        return undefined;
    }
  }
}

function kebab(tactic: string): string {
  return tactic
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}
