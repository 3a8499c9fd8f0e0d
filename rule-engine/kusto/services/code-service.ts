import { language } from '../load.ts';

/** A query, parsed and bound by Microsoft's front end. */
export type Code = Kusto.Language.KustoCode;

/** Microsoft's editor service over a query. */
export type CodeService = Kusto.Language.Editor.KustoCodeService;

const services = new WeakMap<Code, CodeService>();

/** The editor service over a parsed query; the same for the same query, since it caches what it finds. */
export function codeService(code: Code): CodeService {
  const known = services.get(code);
  if (known !== undefined) return known;
  const service = new language.Editor.KustoCodeService.ctor(code);
  services.set(code, service);
  return service;
}

/** The text of a parsed query. */
export function textOfCode(code: Code): string {
  return code.Text ?? '';
}
