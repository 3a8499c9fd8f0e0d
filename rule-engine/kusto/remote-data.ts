import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Functions of Azure Monitor and Kusto that read what is elsewhere. Microsoft's service does not know the first ones. */
const READS: Readonly<Record<string, string>> = {
  arg: 'Azure Resource Graph',
  adx: 'another cluster',
  app: 'an Application Insights resource',
  workspace: 'another Log Analytics workspace',
  cluster: 'another cluster',
  database: 'another database',
};

/** What a remote function reads, as part of a message; undefined for all other names. */
export function remoteData(name: string): string | undefined {
  return Object.hasOwn(READS, name) ? `${name}() reads ${READS[name]} over the network, which` : undefined;
}

/** The diagnostic of an unknown function as `unsupported` where the function is one that reads remote data. */
export function withRemoteDataNamed(diagnostic: Diagnostic, text: string): Diagnostic {
  if (diagnostic.code !== 'KS211') return diagnostic;
  const { start, length } = diagnostic.span;
  const remote = remoteData(text.slice(start, start + length));
  return remote === undefined
    ? diagnostic
    : { ...diagnostic, code: 'unsupported', message: `${remote} is not supported by this engine` };
}
