import type { RuleFormat, RuleOfFiles } from '../../../rule-engine/index.ts';

/** The forms that a rule can be had in, what people call them, and how their files end. */
export const ruleFormats: readonly { readonly format: RuleFormat; readonly title: string; readonly ending: string }[] =
  [
    { format: 'kql', title: 'KQL', ending: 'kql' },
    { format: 'sentinel-yaml', title: 'Sentinel analytics rule (YAML)', ending: 'yaml' },
    { format: 'arm', title: 'Sentinel ARM template', ending: 'json' },
    { format: 'defender-json', title: 'Defender custom detection (JSON)', ending: 'json' },
    { format: 'sigma', title: 'Sigma rule', ending: 'yml' },
  ];

export function formatTitle(format: RuleOfFiles['format']): string {
  return ruleFormats.find((known) => known.format === format)?.title ?? 'Rule folder';
}
