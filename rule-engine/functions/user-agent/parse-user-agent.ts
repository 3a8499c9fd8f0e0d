import { invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import type { DynamicValue } from '../../schema/value.ts';
import { dynamicArgument, textArgument } from '../arguments.ts';
import type { CallSite, Kernel, ScalarFunction } from '../function.ts';
import { readUserAgentRules, type Target, type UserAgentRule } from './user-agent-rules.ts';

/** `parse_user_agent(text, what)`: the browser, the operating system and the device, by the rules of uap-core. */
export const parseUserAgent: ScalarFunction = { name: 'parse_user_agent', nulls: 'propagate', bind };

/** Beyond it the rules could take long on a text that was made for that. */
const MAXIMUM_LENGTH = 2048;

/** For each target the name of its bag and the names of its parts. */
const SHAPES: Readonly<Record<Target, readonly [bag: string, parts: readonly string[]]>> = {
  browser: ['Browser', ['Family', 'MajorVersion', 'MinorVersion', 'Patch']],
  os: ['OperatingSystem', ['Family', 'MajorVersion', 'MinorVersion', 'Patch', 'PatchMinor']],
  device: ['Device', ['Family', 'Brand', 'Model']],
};

let rules: Readonly<Record<Target, readonly UserAgentRule[]>> | undefined;

function bind(call: CallSite): Kernel {
  const [text, wanted] = [textArgument(call, 0), dynamicArgument(call, 1)];
  rules ??= readUserAgentRules();
  const all = rules;
  return (args) => {
    const targets = targetsOf(wanted(args), call);
    const userAgent = text(args);
    if (userAgent.length > MAXIMUM_LENGTH) {
      throw unsupported(`parse_user_agent() of a text of more than ${MAXIMUM_LENGTH} characters`, call.span);
    }
    return new Map(targets.map((target) => bagOf(userAgent, target, all[target])));
  };
}

function targetsOf(wanted: DynamicValue, call: CallSite): readonly Target[] {
  const names = Array.isArray(wanted) ? wanted : [wanted];
  const targets = (Object.keys(SHAPES) as Target[]).filter((target) => names.includes(target));
  if (targets.length > 0 && names.every((name) => Object.keys(SHAPES).includes(String(name)))) return targets;
  throw invalid('user-agent-target', `parse_user_agent() looks for "browser", "os" or "device"`, call.span);
}

function bagOf(userAgent: string, target: Target, of: readonly UserAgentRule[]): readonly [string, DynamicValue] {
  const [bag, names] = SHAPES[target];
  const parts = firstMatch(userAgent, target, of) ?? ['Other'];
  return [bag, new Map(names.map((name, i) => [name, parts[i] ?? '']))];
}

function firstMatch(userAgent: string, target: Target, of: readonly UserAgentRule[]): readonly string[] | undefined {
  for (const { pattern, templates } of of) {
    const match = pattern.exec(userAgent);
    if (match === null) continue;
    return templates.map((template, i) => {
      if (template !== undefined) return filled(template, match);
      return match[target === 'device' ? deviceGroup(i) : i + 1] ?? '';
    });
  }
  return undefined;
}

/** Without templates a device's first group is its family and its model; a brand is only ever stated. */
function deviceGroup(part: number): number {
  return part === 1 ? Number.POSITIVE_INFINITY : 1;
}

function filled(template: string, match: RegExpExecArray): string {
  return template.replace(/\$([1-9])/g, (_, group: string) => match[Number(group)] ?? '').trim();
}
