import { checkSupport } from '../executor/plan-support.ts';
import { type Compilation, compile } from '../kusto/compile.ts';
import { type Globals, makeGlobals } from '../kusto/globals.ts';
import { parse } from '../kusto/parse.ts';
import { classify } from '../kusto/services/classify.ts';
import type { Code } from '../kusto/services/code-service.ts';
import { completionsAt } from '../kusto/services/completion.ts';
import { formatQuery } from '../kusto/services/format.ts';
import { hoverAt } from '../kusto/services/hover.ts';
import { quickFixes } from '../kusto/services/quick-fixes.ts';
import { definitionAt } from '../kusto/services/related.ts';
import { renameAt } from '../kusto/services/rename.ts';
import { signatureAt } from '../kusto/services/signature.ts';
import { withOpenPlugin } from '../plan/open-plugin.ts';
import { serializePlan } from '../plan/serialize.ts';
import type { TableSchema } from '../schema/scalar-type.ts';
import { atRest } from './at-rest.ts';
import type { CompiledText, LanguageMethods } from './protocol/language-methods.ts';
import type { Handlers, RequestContext } from './serve.ts';

/**
 * What the language worker serves. The newest text stays parsed, since the requests after a keystroke are all about it.
 *
 * Each request first lets the messages that wait behind it be read, so that of a burst of keystrokes only those that
 * were not cancelled meanwhile cost anything.
 */
export function createLanguageSession(builtIn: readonly TableSchema[]): Handlers<LanguageMethods> {
  // The page tells of its tables before it asks: the globals of the built-in ones alone are mostly never needed.
  let known = builtIn;
  let made: Globals | undefined;
  const globals = (): Globals => {
    made ??= makeGlobals(known);
    return made;
  };
  let newest: { readonly text: string; readonly globals: Globals; readonly code: Code } | undefined;

  const codeOf = (text: string): Code => {
    const now = globals();
    if (newest?.text !== text || newest.globals !== now) newest = { text, globals: now, code: parse(text, now) };
    return newest.code;
  };

  // The first completion makes the service's grammar, which takes most of a second: what is wrong with a text is told before.
  const firstCompletion = atRest(() => completionsAt(parse('', globals()), 0));

  return {
    tables: ({ tables }) => {
      const wanted = addsTo(builtIn, tables) ? mergeTables(builtIn, tables) : builtIn;
      if (wanted !== known) made = undefined;
      known = wanted;
      // The first time this takes long: by its end it is known which of the waiting requests are still wanted.
      globals();
      return null;
    },
    compile: unlessCancelled(async ({ text, found }) => {
      const result = compile(text, globals(), found, found === undefined ? codeOf : undefined);
      firstCompletion.putOff();
      return compiledText(await checkSupport(result));
    }),
    complete: async ({ text, position }, { signal }) => {
      await firstCompletion.ready();
      signal.throwIfAborted();
      return completionsAt(codeOf(text), position);
    },
    hover: unlessCancelled(({ text, position }) => hoverAt(codeOf(text), position)),
    format: unlessCancelled(({ text, span }) => formatQuery(codeOf(text), span)),
    rename: unlessCancelled(({ text, position, name }) => renameAt(codeOf(text), position, name)),
    definition: unlessCancelled(({ text, position }) => definitionAt(codeOf(text), position)),
    signature: unlessCancelled(({ text, position }) => signatureAt(codeOf(text), position)),
    fixes: unlessCancelled(({ text, span }) => quickFixes(codeOf(text), span)),
    classify: unlessCancelled(({ text }) => classify(codeOf(text))),
    // What other tools write is seldom asked for, and brings a reader of YAML.
    'import-rule': async (params) => (await import('./exchange-answers.ts')).importedRule(params, globals()),
    'export-rule': async (params) => (await import('./exchange-answers.ts')).exportedRule(params, globals()),
  };
}

function compiledText(compilation: Compilation): CompiledText {
  const { plan, open, diagnostics } = withOpenPlugin(compilation);
  return {
    plan: plan && serializePlan(plan),
    open: open && { ...open, plan: serializePlan(open.plan) },
    diagnostics,
  };
}

function unlessCancelled<Params, Result>(
  answer: (params: Params) => Result | Promise<Result>,
): (params: Params, context: RequestContext<never>) => Promise<Result> {
  return async (params, { signal }) => {
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    return answer(params);
  };
}

/** True when the loaded tables have what the built-in ones lack: making globals anew takes a while. */
function addsTo(builtIn: readonly TableSchema[], loaded: readonly TableSchema[]): boolean {
  const known = new Map(builtIn.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]));
  return loaded.some(({ name, columns }) => columns.some((column) => !known.get(name)?.has(column.name)));
}

/** The built-in tables with the columns that loaded ones have besides, then the loaded ones that are not built in. */
function mergeTables(builtIn: readonly TableSchema[], loaded: readonly TableSchema[]): TableSchema[] {
  const byName = new Map(builtIn.map((table) => [table.name, table]));
  for (const table of loaded) {
    const known = byName.get(table.name);
    const names = new Set(known?.columns.map((column) => column.name));
    const more = table.columns.filter((column) => !names.has(column.name));
    byName.set(table.name, known ? { ...known, columns: [...known.columns, ...more] } : table);
  }
  return [...byName.values()];
}
