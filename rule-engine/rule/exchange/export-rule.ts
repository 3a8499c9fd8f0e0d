import { composeQuery } from '../segments.ts';
import { toArmTemplate } from './arm-template.ts';
import { toDefenderJson } from './defender-json.ts';
import type { ExportableRule, ExportedRule } from './exchanged-rule.ts';
import type { RuleFormat } from './import-rule.ts';
import { toSentinelYaml } from './sentinel-yaml.ts';
import { toSigma } from './sigma-export.ts';

/** The formats that a rule can be written in. */
export const exportFormats: readonly RuleFormat[] = ['kql', 'sentinel-yaml', 'arm', 'sigma', 'defender-json'];

/** Writes a rule in a format. */
export function exportRule(rule: ExportableRule, format: RuleFormat): ExportedRule {
  switch (format) {
    case 'kql':
      return { text: composeQuery(rule.segments).text, diagnostics: [] };
    case 'sentinel-yaml':
      return toSentinelYaml(rule);
    case 'arm':
      return toArmTemplate(rule);
    case 'sigma':
      return toSigma(rule);
    case 'defender-json':
      return toDefenderJson(rule);
  }
}
