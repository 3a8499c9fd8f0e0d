import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { makeGlobals } from './globals.ts';

const globals = makeGlobals([]);

const events = 'datatable(Id:long, AdditionalFields:dynamic, LoggedOnUsers:dynamic, Other:dynamic)[]';

function codes(text: string): readonly string[] {
  return compile(text, globals).diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
}

test.each([
  ['a let for a literal', "let part = 'hour'; print datetime_diff(part, now(), ago(2h))"],
  ['a parameter for a literal', "let age = (part:string) { datetime_diff(part, now(), ago(2h)) }; print age('hour')"],
  ['another name of a type', 'print a = dynamic([1]) | mv-expand a to typeof(DateTime) | where a > ago(1d)'],
  ['another name of a function', 'print fir(dynamic([1, 2]), dynamic([1, 1]))'],
  ['a column that Defender has as text', `${events} | distinct Id, AdditionalFields`],
  ['and in by', `${events} | summarize count() by bin(Id, 5), Fields = AdditionalFields, LoggedOnUsers`],
  ['a dynamic number for an array', 'print array_length(dynamic(7))'],
  ['a dynamic array for a bag', 'print bag_keys(dynamic([7]))'],
  ['another strategy', 'print a = 1, b = 2 | summarize hint.strategy=partitioned arg_max(a, *) by b'],
  ['a default that is no array', "print a = 1 | extend r = array_reverse(column_ifexists('b', dynamic(7)))"],
])('%s will do', (_, text) => {
  expect(codes(text)).toEqual([]);
});

test.each([
  ['a column for a literal', "print part = 'hour' | extend d = datetime_diff(part, now(), ago(2h))", 'KS131'],
  ['a dynamic column', `${events} | distinct Other`, 'KS116'],
  ['an order by what has none', `${events} | sort by AdditionalFields`, 'KS116'],
  ['a strategy of a join', 'print a = 1 | join hint.strategy=partitioned (print a = 1) on a', 'KS005'],
  ['a name of no type', 'print a = dynamic([1]) | mv-expand a to typeof(Date2)', 'KS160'],
  ['a text for a bag', "print bag_keys('abc')", 'KS235'],
  ['a text for an array', "print array_reverse('abc')", 'KS234'],
])('%s will not do', (_, text, code) => {
  expect(codes(text)).toEqual([code]);
});
