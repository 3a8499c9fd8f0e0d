import regexes from 'uap-core/regexes.yaml?raw';
import { parse } from 'yaml';

/** What is looked for in a user agent. */
export type Target = 'browser' | 'os' | 'device';

/** One rule: a pattern, and the templates of the parts that it gives. */
export interface UserAgentRule {
  readonly pattern: RegExp;
  /** For each part its text, where `$1` … `$9` stand for groups; undefined where the group of its place is the part. */
  readonly templates: readonly (string | undefined)[];
}

/**
 * The rules of uap-core, in order: the first that matches is the one that holds.
 *
 * The patterns are the library's, not a user's: they look at nothing around and repeat nothing that repeats, so the
 * platform's own expressions are safe on a text of bounded length, and many times faster than linear ones.
 * @see https://github.com/ua-parser/uap-core/blob/master/docs/specification.md
 */
export function readUserAgentRules(): Readonly<Record<Target, readonly UserAgentRule[]>> {
  const all = parse(regexes) as Readonly<Record<string, readonly Entry[]>>;
  return {
    browser: all.user_agent_parsers.map((entry) => ruleOf(entry, BROWSER)),
    os: all.os_parsers.map((entry) => ruleOf(entry, OPERATING_SYSTEM)),
    device: all.device_parsers.map((entry) => ruleOf(entry, DEVICE)),
  };
}

type Entry = Readonly<Record<string, string | undefined>>;

const BROWSER = ['family_replacement', 'v1_replacement', 'v2_replacement', 'v3_replacement'];
const OPERATING_SYSTEM = [
  'os_replacement',
  'os_v1_replacement',
  'os_v2_replacement',
  'os_v3_replacement',
  'os_v4_replacement',
];
const DEVICE = ['device_replacement', 'brand_replacement', 'model_replacement'];

function ruleOf(entry: Entry, names: readonly string[]): UserAgentRule {
  return {
    pattern: new RegExp(entry.regex ?? '', entry.regex_flag === 'i' ? 'is' : 's'),
    templates: names.map((name) => entry[name]),
  };
}
