/** The benchmark's rule: the shipped Lua rule over the columns that the generated events have. */
export interface BenchRule {
  readonly patterns: readonly string[];
  readonly exclusions: readonly Exclusion[];
}

/** A row is excluded when it was started by the parent, runs the file, and its command line has one of the needles. */
interface Exclusion {
  readonly parent: string;
  readonly file: string;
  readonly needles: readonly string[];
}

export const fileNames = ['lua', 'luajit', 'luac'] as const;

/** Columns that the rule adds to a hit: true when its command line has one of the needles. */
export const flags: Readonly<Record<string, readonly string[]>> = {
  OsExec: ['os.execute(', 'io.popen('],
  NetworkActivity: ['socket.tcp', 'socket.connect', 'http.request'],
  DynamicLoad: ['loadstring(', 'loadfile(', 'dofile('],
  ScriptFromTemp: ['\\Temp\\', '/tmp/', 'AppData'],
};

export const baseRule: BenchRule = {
  patterns: [
    'lua.exe',
    'lua5',
    'luajit',
    'luac',
    '.lua',
    'dofile(',
    'loadfile(',
    'loadstring(',
    'require(',
    'os.execute(',
    'io.popen(',
    'os.remove(',
    'os.rename(',
    'io.open(',
    'socket.tcp',
    'socket.connect',
    'http.request',
    'ltn12.pump',
  ],
  exclusions: [
    { parent: 'systemd', file: 'nginx', needles: ['/usr/local/openresty/', '/etc/openresty/'] },
    { parent: 'bash', file: 'node', needles: ["require('fs')", "require('path')"] },
    { parent: 'bash', file: 'nmap', needles: ['/usr/share/nmap/nselib/'] },
  ],
};

/** With patterns that match a third of all events. */
export const broadRule: BenchRule = {
  patterns: [...baseRule.patterns, 'renderer', 'svchost', 'webpack'],
  exclusions: baseRule.exclusions,
};

/** One edit as a user makes it, and the rule after it. */
export interface Keystroke {
  readonly kind: 'add' | 'remove' | 'edit' | 'exclusion';
  readonly rule: BenchRule;
}

const added = ['luarocks', 'torch', 'lapis', 'moonscript', 'openresty', 'nodemcu', 'luvit', 'tarantool'];

/** Edits of a rule, each with a needle that was not asked for before; `rounds` of each kind. */
export function keystrokes(rounds: number, { patterns, exclusions }: BenchRule = baseRule): Keystroke[] {
  return Array.from({ length: rounds }, (_, round): Keystroke[] => {
    const place = round % patterns.length;
    const without = patterns.filter((_, i) => i !== place);
    return [
      { kind: 'add', rule: { patterns: [...patterns, `${added[round % added.length]}${round}`], exclusions } },
      { kind: 'remove', rule: { patterns: without, exclusions } },
      { kind: 'edit', rule: { patterns: patterns.with(place, `${patterns[place]}${round}x`), exclusions } },
      {
        kind: 'exclusion',
        rule: { patterns, exclusions: exclusions.filter((_, i) => i !== round % exclusions.length) },
      },
    ];
  }).flat();
}

/** The rule in KQL: what a person writes. */
export function ruleQuery({ patterns, exclusions }: BenchRule): {
  readonly text: string;
  readonly exclusions: [number, number];
} {
  const head = `${detection(patterns)}\n`;
  const excluded = exclusions
    .map(({ parent, file, needles }) => {
      const condition = `InitiatingProcessFileName =~ ${quote(parent)} and FileName =~ ${quote(file)}`;
      return `| where not(${condition} and ProcessCommandLine has_any (${needles.map(quote).join(', ')}))\n`;
    })
    .join('');
  const extended = Object.entries(flags)
    .map(([name, needles]) => `| extend ${name} = ProcessCommandLine has_any (${needles.map(quote).join(', ')})\n`)
    .join('');
  const columns = ['Timestamp', 'DeviceName', 'AccountName', 'FileName', 'ProcessCommandLine', ...Object.keys(flags)];
  const text = `${head}${excluded}${extended}| project ${columns.join(', ')}\n| sort by Timestamp desc`;
  return { text, exclusions: [head.length, excluded.length] };
}

/** The second query: groups and a join. */
export function summarizeQuery({ patterns }: BenchRule): string {
  return `${detection(patterns)}
| summarize Runs = count() by DeviceName, AccountName
| join kind=inner (DeviceProcessEvents
  | where InitiatingProcessFileName =~ "cmd.exe"
  | summarize Shells = count() by DeviceName) on DeviceName
| project DeviceName, AccountName, Runs, Shells`;
}

export function needleQuery(needle: string): string {
  return `DeviceProcessEvents | where ProcessCommandLine has ${quote(needle)} | count`;
}

function detection(patterns: readonly string[]): string {
  const lists = [fileNames, patterns].map((list) => list.map(quote).join(', '));
  return `DeviceProcessEvents
| where FileName has_any (${lists[0]})
    or ProcessCommandLine has_any (${lists[1]})`;
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/**
 * One regular expression that matches where `has_any` is true, for the peers: the generated events are ASCII. It is the
 * fastest form for each of them.
 */
export function hasAnyExpression(needles: readonly string[]): string {
  const alternatives = needles.map((needle) => {
    const before = /^[A-Za-z0-9]/.test(needle) ? '(?:^|[^A-Za-z0-9])' : '';
    const after = /[A-Za-z0-9]$/.test(needle) ? '(?:$|[^A-Za-z0-9])' : '';
    return before + needle.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') + after;
  });
  return alternatives.join('|');
}
