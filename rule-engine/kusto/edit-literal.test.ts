import { expect, test } from 'vitest';
import { serializePlan } from '../plan/serialize.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { compile } from './compile.ts';
import { withEditedLiteral } from './edit-literal.ts';
import { makeGlobals } from './globals.ts';

const globals = makeGlobals(builtInTables);

const query = (pattern: string, parent = '"bash"') => `let Patterns = dynamic(["lua5", ${pattern}]); // "lua5"
DeviceProcessEvents
| where ProcessCommandLine has_any (Patterns) or FileName in~ ("lua", @"C:\\lua.exe")
| where not(InitiatingProcessFileName =~ ${parent})
| extend Flag = ProcessCommandLine has_any (Patterns)
| sort by Timestamp desc`;

function planOf(text: string): string {
  const { plan, diagnostics } = compile(text, globals);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  return serializePlan(plan);
}

test.each([
  ['a longer pattern', query('".lua"'), query('".luac"')],
  ['a shorter pattern', query('".luac"'), query('"."')],
  ['an emptied pattern', query('".luac"'), query('""')],
  ['a filled pattern', query('""'), query('"x"')],
  ['an escape', query('"a"'), query('"a\\\\b\\"c"')],
  ['the right side of a predicate', query('"a"', "'sh'"), query('"a"', "'dash'")],
  ['an element of a verbatim list', query('"a"'), query('"a"').replace('C:\\lua', 'D:\\Lua')],
  ['the same text', query('"a"'), query('"a"')],
])('the plan of %s is what the service makes of the new text', (name, before, after) => {
  const edited = withEditedLiteral(planOf(before), before, after);
  if (name === 'the same text') expect(edited).toBeUndefined();
  else expect(edited).toBe(planOf(after));
});

test.each([
  ['a quote that closes early', query('"a"'), query('"a" x"')],
  ['a new element', query('"a"'), query('"a", "b"')],
  ['an escaped last quote', query('"a"'), query('"a\\"')],
  ['a column', query('"a"'), query('"a"').replace('FileName in~', 'FolderPath in~')],
  ['a comment', query('"a"'), query('"a"').replace('// "lua5"', '// "lua51"')],
  ['a line break', query('"a"'), query('"a\nb"')],
])('%s is left to the service', (_, before, after) => {
  expect(withEditedLiteral(planOf(before), before, after)).toBeUndefined();
});

test('a literal that is only compared with, wherever a let brings it', () => {
  const text = (pattern: string) => `let Name = "${pattern}";
let Shells = dynamic(["bash", "zsh"]);
let Runs = DeviceProcessEvents | where FileName == Name and InitiatingProcessFileName in~ (Shells);
Runs | where ProcessCommandLine has Name
| join kind=leftouter (DeviceNetworkEvents | where InitiatingProcessFileName == Name) on DeviceId
| union (Runs | summarize Count = countif(FileName startswith Name) by DeviceName)`;
  const edited = withEditedLiteral(planOf(text('lua')), text('lua'), text('luajit'));
  expect(edited).toBe(planOf(text('luajit')));
  expect(withEditedLiteral(edited!, text('luajit'), text('l'))).toBe(planOf(text('l')));
});

test('a literal that one of its uses does more than compare with is left to the service', () => {
  const text = (pattern: string) => `let Name = "${pattern}";
DeviceProcessEvents | where FileName == Name | extend Text = strcat(Name, "!")`;
  expect(withEditedLiteral(planOf(text('lua')), text('lua'), text('luajit'))).toBeUndefined();
});

test('a literal that is more than compared with is left to the service', () => {
  const text = (pattern: string) => `let P = dynamic(["a", "${pattern}"]);
DeviceProcessEvents | where FileName has_any (P) | extend N = array_length(P), R = FileName matches regex "${pattern}"`;
  expect(withEditedLiteral(planOf(text('b')), text('b'), text('bc'))).toBeUndefined();
});
