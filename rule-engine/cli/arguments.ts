/** What stands after a command's name. */
export interface CommandArguments {
  readonly positional: readonly string[];
  /** Each `--option` with what follows it, to the next option. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** A command called wrongly; `message` says how. */
export class UsageError extends Error {}

/**
 * Reads arguments. @param known the options that the command has, without dashes
 * @throws UsageError for an option that it has not
 */
export function parseArguments(args: readonly string[], known: readonly string[]): CommandArguments {
  const positional: string[] = [];
  const options = new Map<string, string[]>();
  let current = positional;
  for (const arg of args) {
    if (!arg.startsWith('--')) {
      current.push(arg);
      continue;
    }
    const [name, ...value] = arg.slice(2).split('=');
    if (!known.includes(name)) throw new UsageError(`There is no option --${name}`);
    current = options.get(name) ?? [];
    options.set(name, current);
    if (value.length > 0) current.push(value.join('='));
  }
  return { positional, options };
}

/** The one value of an option; undefined when it is not given. @throws UsageError when it is not one of `allowed` */
export function optionValue<T extends string>(
  { options }: CommandArguments,
  name: string,
  allowed?: readonly T[],
): T | undefined {
  const values = options.get(name);
  if (values === undefined) return undefined;
  if (values.length !== 1) throw new UsageError(`--${name} takes one value`);
  const value = values[0] as T;
  if (allowed !== undefined && !allowed.includes(value)) {
    throw new UsageError(`--${name} is one of ${allowed.join(', ')}`);
  }
  return value;
}
