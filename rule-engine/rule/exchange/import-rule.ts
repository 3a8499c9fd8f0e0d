import { defaultMetadata } from '../metadata.ts';
import { queriesOf } from '../several-queries.ts';
import { yamlFields } from '../yaml-fields.ts';
import { fromArmTemplate } from './arm-template.ts';
import { fromDefenderJson } from './defender-json.ts';
import { ExchangeNotes, type ImportedRule, type QuerySplitter } from './exchanged-rule.ts';
import { JsonFields } from './json-fields.ts';
import { fromSentinelYaml } from './sentinel-yaml.ts';
import { fromSigma } from './sigma-import.ts';

export type RuleFormat = 'kql' | 'sentinel-yaml' | 'arm' | 'sigma' | 'defender-json';

/** The format of a rule's text, by its content; a text of no other format is KQL. */
export function ruleFormat(text: string): RuleFormat {
  const json = jsonOf(text);
  if (json !== undefined) return json.has('queryCondition') || json.has('detectionAction') ? 'defender-json' : 'arm';
  if (!/^\s*(?:#[^\n]*\n|---[^\n]*\n|\s)*[A-Za-z_]+:(?:\s|$)/.test(text)) return 'kql';
  const fields = yamlFields(text);
  if (fields.has('logsource') && fields.has('detection')) return 'sigma';
  return fields.has('query') ? 'sentinel-yaml' : 'kql';
}

/** Imports a rule of any format. `title` names one that is a plain query. */
export function importRule(text: string, title: string, split: QuerySplitter): ImportedRule {
  const format = ruleFormat(text);
  switch (format) {
    case 'sentinel-yaml':
      return fromSentinelYaml(text, split);
    case 'sigma':
      return fromSigma(text);
    case 'defender-json':
      return fromDefenderJson(jsonOf(text) ?? new JsonFields({}), split);
    case 'arm': {
      const template = jsonOf(text) ?? new JsonFields({});
      return template.has('resources') ? fromArmTemplate(template, split) : unknownJson();
    }
    default:
      return fromKql(text, title, split);
  }
}

/** The text is the query; of a text that holds several the first is taken. */
function fromKql(text: string, title: string, split: QuerySplitter): ImportedRule {
  const notes = new ExchangeNotes();
  const { queries, others } = queriesOf(text);
  const [{ start, length }, ...further] = queries;
  for (const span of further) {
    notes.information('further-query', 'The text holds several queries: the first was taken, this one left out', span);
  }
  for (const span of others) notes.warning('no-query', 'This is no query, and was left out', span);
  return {
    metadata: { ...defaultMetadata, title },
    segments: split(text.slice(start, start + length)),
    diagnostics: notes.diagnostics,
  };
}

function unknownJson(): ImportedRule {
  const notes = new ExchangeNotes();
  notes.error('unknown-format', 'This JSON is neither an ARM template nor a Defender custom detection');
  const segments = { patterns: '', detection: '', exclusions: '', output: '' };
  return { metadata: defaultMetadata, segments, diagnostics: notes.diagnostics };
}

function jsonOf(text: string): JsonFields | undefined {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined;
  try {
    return new JsonFields(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}
